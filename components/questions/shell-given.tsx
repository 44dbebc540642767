import type { BodyOf } from "@/components/questions/kind-view";
import { CodeBlock } from "@/components/ui/code-block";

type Given = BodyOf<"kubectl">["given"];

/** What the learner's shell and cluster hold: nobody should have to guess it. */
export function ShellGiven({ given }: { given: Given }) {
  const facts = factsOf(given);
  const files = given.files.map(({ path, text }) => ({ title: path, text }));
  const blocks =
    given.stdin === null ? files : [...files, { title: "standard input", text: given.stdin }];
  if (facts.length === 0 && blocks.length === 0) return null;
  return (
    <div className="flex flex-col gap-3">
      {facts.length > 0 ? (
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
          {facts.map(({ name, values }) => (
            <div key={name} className="contents">
              <dt className="text-muted">{name}</dt>
              <dd className="flex min-w-0 flex-wrap gap-x-2 gap-y-1">
                {values.map((value) => (
                  <code key={value} className="inline-code">
                    {value}
                  </code>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {blocks.map(({ title, text }) => (
        <CodeBlock
          key={title}
          title={title}
          text={text}
          language={/\.ya?ml$|input$/.test(title) ? "yaml" : "plain"}
        />
      ))}
    </div>
  );
}

function factsOf({ namespace, context, contexts, aliases, variables, objects }: Given) {
  const facts: { name: string; values: string[] }[] = [
    { name: "Namespace", values: namespace ? [namespace] : [] },
    { name: "Context", values: context ? [context] : [] },
    { name: "Contexts", values: contexts },
    { name: "Aliases", values: Object.entries(aliases).map(([name, to]) => `${name}=${to}`) },
    { name: "Variables", values: Object.entries(variables).map(([name, to]) => `$${name}=${to}`) },
    { name: "In the cluster", values: objects },
  ];
  return facts.filter(({ values }) => values.length > 0);
}
