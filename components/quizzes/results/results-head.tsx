import { LinkButton } from "@/components/ui/button";
import { FileLink } from "@/components/ui/file-link";

type ResultsHeadProps = {
  classId: string;
  assignmentId: string;
  title: string;
  here: "students" | "questions";
};

/** Above both pages of results: by students, and by questions. */
export function ResultsHead({ classId, assignmentId, title, here }: ResultsHeadProps) {
  const base = `/classes/${classId}/assignments/${assignmentId}`;
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <h2 className="text-xl font-semibold">
        {here === "students" ? `Results of ${title}` : `Questions of ${title}`}
      </h2>
      <div className="flex flex-wrap gap-2">
        {here === "students" ? (
          <LinkButton href={`${base}/results/questions`} size="small">
            Questions and figures
          </LinkButton>
        ) : (
          <LinkButton href={`${base}/results`} size="small">
            Students
          </LinkButton>
        )}
        <FileLink href={`/api/v1${base}/results`}>CSV</FileLink>
        <LinkButton href={base} size="small">
          Back to the assignment
        </LinkButton>
      </div>
    </div>
  );
}
