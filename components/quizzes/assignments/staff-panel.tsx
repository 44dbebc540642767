import type { ReactNode } from "react";

import { ActionButton } from "@/components/form/action-button";
import { ConfirmButton } from "@/components/form/confirm-button";
import type { FormAction } from "@/components/form/form-action";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";

type StaffPanelProps = {
  classId: string;
  assignmentId: string;
  title: string;
  mayRun: boolean;
  mayMark: boolean;
  quizId: string | null;
  isPublished: boolean;
  releasedAt: string | null;
  /** Attempts that are open, and students who have handed in. */
  working: number;
  handedIn: number;
  sections: readonly string[];
  /** When and how it is taken. */
  children?: ReactNode;
  release: FormAction;
  publish: FormAction;
  unpublish: FormAction;
  archive: FormAction;
};

/** Where staff stand with an assignment, and what they may do with it. */
export function StaffPanel(props: StaffPanelProps) {
  const { classId, assignmentId, mayRun, quizId, isPublished, sections, children } = props;
  return (
    <div className="flex flex-col gap-5">
      <p className="flex flex-wrap items-center gap-2 text-muted">
        {isPublished ? <Badge tone="accent">Published</Badge> : <Badge>Not published</Badge>}
        {props.releasedAt === null ? null : <Badge tone="good">Results released</Badge>}
        {quizId === null ? null : <span>{standingWords(props)}</span>}
        {sections.length > 0 ? <span>For {sections.join(", ")}</span> : null}
      </p>
      {children}
      {isPublished && quizId !== null ? (
        <div className="flex flex-wrap gap-2">
          <LinkButton href={`/classes/${classId}/assignments/${assignmentId}/results`}>
            Results
          </LinkButton>
          {props.mayMark ? (
            <LinkButton href={`/classes/${classId}/assignments/${assignmentId}/marking`}>
              Marking
            </LinkButton>
          ) : null}
        </div>
      ) : null}
      {mayRun ? <RunButtons {...props} /> : null}
    </div>
  );
}

const standingWords = ({ handedIn, working }: StaffPanelProps): string =>
  `${handedIn} handed in, ${working} at work`;

function RunButtons(props: StaffPanelProps) {
  const { classId, assignmentId, title, quizId, isPublished } = props;
  const values = { classId, assignmentId };
  return (
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
      {isPublished && quizId !== null && props.releasedAt === null ? (
        <ReleaseButton {...props} values={values} />
      ) : null}
      {quizId === null ? (
        <LinkButton href={`/classes/${classId}/assignments/${assignmentId}/edit-study`}>
          Dates and rule
        </LinkButton>
      ) : (
        <>
          <LinkButton href={`/classes/${classId}/assignments/${assignmentId}/edit`}>
            Dates and rules
          </LinkButton>
          <LinkButton href={`/quizzes/${quizId}/preview`}>Preview as a student</LinkButton>
        </>
      )}
      <ConfirmButton
        action={props.archive}
        values={values}
        size="medium"
        title={`Archive ${title}?`}
        consequences={<p>Nobody sees it in the class any more. Its attempts and grades stay.</p>}
        confirm="Archive"
      >
        Archive
      </ConfirmButton>
    </div>
  );
}

type ReleaseButtonProps = Pick<StaffPanelProps, "release" | "title" | "working" | "handedIn"> & {
  values: { classId: string; assignmentId: string };
};

function ReleaseButton({ release, values, title, working, handedIn }: ReleaseButtonProps) {
  return (
    <ConfirmButton
      action={release}
      values={values}
      size="medium"
      title={`Release the results of ${title}?`}
      consequences={
        <>
          <p>
            {handedIn === 1 ? "1 student has" : `${handedIn} students have`} handed in: they are
            told, and see what the feedback settings show on release. What they missed becomes due
            in their study.
          </p>
          {working > 0 ? (
            <p className="font-medium">
              {working === 1 ? "1 student is" : `${working} students are`} still working on it.
              Those who have handed in could tell them what they read.
            </p>
          ) : null}
          <p>It cannot be taken back: they may have seen it.</p>
        </>
      }
      confirm="Release"
    >
      Release results
    </ConfirmButton>
  );
}
