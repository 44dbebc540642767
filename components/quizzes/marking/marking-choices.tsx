import { TextLink } from "@/components/ui/text-link";

type MarkingChoicesProps = {
  path: string;
  questions: readonly { id: string; waiting: number; answers: number }[];
  chosen: string;
  withNames: boolean;
};

/** Which question is marked, and whether names are shown. */
export function MarkingChoices({ path, questions, chosen, withNames }: MarkingChoicesProps) {
  const to = (question: string, names: boolean) =>
    `${path}?question=${encodeURIComponent(question)}${names ? "&names=shown" : ""}`;
  return (
    <div className="flex flex-col gap-2 text-sm">
      <ul aria-label="Questions" className="flex flex-wrap gap-x-5 gap-y-1">
        {questions.map(({ id, waiting, answers }) => (
          <li key={id} aria-current={id === chosen ? "true" : undefined}>
            {id === chosen ? (
              <span className="font-medium">{id}</span>
            ) : (
              <TextLink href={to(id, withNames)}>{id}</TextLink>
            )}{" "}
            <span className="text-muted tabular-nums">
              {waiting === 0 ? "all marked" : `${waiting} of ${answers} wait`}
            </span>
          </li>
        ))}
      </ul>
      <p>
        {withNames ? "Names are shown. " : "Names are hidden, and the order says nothing of them. "}
        <TextLink href={to(chosen, !withNames)}>{withNames ? "Hide names" : "Show names"}</TextLink>
      </p>
    </div>
  );
}
