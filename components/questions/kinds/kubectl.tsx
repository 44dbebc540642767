import { CommandInput } from "@/components/kubectl/command-input";
import type { BodyOf, ViewOf } from "@/components/questions/kind-view";
import { ShellGiven } from "@/components/questions/shell-given";
import type { TaskContext } from "@/lib/domain/kubectl/model";

type Draft = { text: string };

export const kubectlView: ViewOf<"kubectl", Draft> = {
  typed: true,
  keys: "Enter sends; Tab completes; ↑ brings back earlier lines; Shift+Enter starts a new line",
  start: () => ({ text: "" }),
  toAnswer: ({ text }) => (text.trim() === "" ? null : { kind: "kubectl", text }),
  toKeep: ({ text }) => (text === "" ? null : { kind: "kubectl", text }),
  resume: ({ text }) => ({ text }),
  Ask: ({ body, draft, onChange, disabled, promptId, aids = true, inQuiz = false }) => (
    <div className="flex flex-col gap-4">
      <ShellGiven given={body.given} />
      <div className="flex flex-col gap-2">
        <CommandInput
          value={draft.text}
          disabled={disabled}
          promptId={promptId}
          many={body.lines === "many"}
          context={contextOf(body.given)}
          completion={aids}
          onChange={(text) => {
            onChange({ text });
          }}
        />
        {body.lines === "many" ? (
          <p className="text-sm text-muted">
            Takes more than one command: one on each line.{inQuiz ? "" : " Ctrl+Enter sends."}
          </p>
        ) : null}
      </div>
    </div>
  ),
};

/** What the learner is told is all that completion knows of the cluster. */
function contextOf(given: BodyOf<"kubectl">["given"]): TaskContext {
  const { aliases, variables, contexts, files, namespace } = given;
  return {
    aliases,
    variables,
    contexts,
    files: Object.fromEntries(files.map(({ path, text }) => [path, text])),
    ...(namespace === null ? {} : { namespace }),
  };
}
