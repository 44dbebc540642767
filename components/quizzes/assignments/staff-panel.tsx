import { ActionButton } from "@/components/form/action-button";
import { ConfirmButton } from "@/components/form/confirm-button";
import type { FormAction } from "@/components/form/form-action";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";

type StaffPanelProps = {
  classId: string;
  assignmentId: string;
  title: string;
  facts: string;
  mayRun: boolean;
  quizId: string | null;
  isPublished: boolean;
  sections: readonly string[];
  publish: FormAction;
  unpublish: FormAction;
  archive: FormAction;
};

/** Where staff stand with an assignment, and what they may do with it. */
export function StaffPanel(props: StaffPanelProps) {
  const { classId, assignmentId, title, facts, mayRun, quizId, isPublished, sections } = props;
  const values = { classId, assignmentId };
  return (
    <div className="flex flex-col gap-5">
      <p className="flex flex-wrap items-center gap-2 text-muted">
        {isPublished ? <Badge tone="accent">Published</Badge> : <Badge>Not published</Badge>}
        {quizId === null ? null : <span>{facts}</span>}
        {sections.length > 0 ? <span>For {sections.join(", ")}</span> : null}
      </p>
      {mayRun ? (
        <div className="flex flex-wrap items-center gap-2">
          {isPublished ? (
            <ActionButton action={props.unpublish} values={values} size="medium">
              Unpublish
            </ActionButton>
          ) : (
            <ConfirmButton
              action={props.publish}
              values={values}
              size="medium"
              title={`Publish ${title}?`}
              consequences={<p>Its students see it at once and are told in the app.</p>}
              confirm="Publish"
            >
              Publish
            </ConfirmButton>
          )}
          {quizId === null ? null : (
            <LinkButton href={`/classes/${classId}/assignments/${assignmentId}/edit`}>
              Dates and rules
            </LinkButton>
          )}
          {quizId === null ? null : (
            <LinkButton href={`/quizzes/${quizId}/preview`}>Preview as a student</LinkButton>
          )}
          <ConfirmButton
            action={props.archive}
            values={values}
            size="medium"
            title={`Archive ${title}?`}
            consequences={
              <p>Nobody sees it in the class any more. Its attempts and grades stay.</p>
            }
            confirm="Archive"
          >
            Archive
          </ConfirmButton>
        </div>
      ) : null}
    </div>
  );
}
