import { TextLink } from "@/components/ui/text-link";

type Given = {
  assignmentId: string;
  classId: string;
  title: string;
  className: string;
  working: number;
  handedIn: number;
};

/** What saving the quiz means where it is assigned already. */
export function GivenNote({ given }: { given: readonly Given[] }) {
  if (given.length === 0) return null;
  const isBegun = given.some(({ working, handedIn }) => working + handedIn > 0);
  return (
    <section
      aria-label="Where this quiz is assigned"
      className="flex flex-col gap-2 rounded-lg border border-partly-line bg-partly-soft px-4 py-3"
    >
      <p>
        This quiz is assigned. What you save is asked in attempts that start from then on.
        {isBegun
          ? " Attempts that were started keep their questions and points, and marks stay as they are: grade anew on the page of the results to carry other points through."
          : ""}
      </p>
      <ul className="flex flex-col gap-0.5 text-sm">
        {given.map(({ assignmentId, classId, title, className, working, handedIn }) => (
          <li key={assignmentId}>
            <TextLink href={`/classes/${classId}/assignments/${assignmentId}`}>
              {title}, {className}
            </TextLink>
            : {working === 1 ? "1 student is" : `${working} students are`} working on it, {handedIn}{" "}
            {handedIn === 1 ? "has" : "have"} handed in
          </li>
        ))}
      </ul>
    </section>
  );
}
