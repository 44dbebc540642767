import type { FormAction } from "@/components/form/form-action";
import {
  TakeBack,
  type TakenBack,
  type TakingBackPreview,
} from "@/components/quizzes/appeals/take-back";
import { ClassTime } from "@/components/quizzes/assignments/class-time";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";

type Answered = {
  id: string;
  name: string;
  userId: string;
  assignmentId: string;
  title: string;
  questionId: string;
  text: string;
  state: "open" | "accepted" | "refused";
  reply: string | null;
  answeredAt: string | null;
  answeredBy: string | null;
  mayTakeBack: boolean;
};

type AnsweredAppealsProps = {
  classId: string;
  appeals: readonly Answered[];
  timeZone: string;
  previewTakingBack: FormAction<TakingBackPreview>;
  takeBack: FormAction<TakenBack>;
};

/** What was contested, and what came of it. */
export function AnsweredAppeals(props: AnsweredAppealsProps) {
  const { classId, appeals, timeZone, previewTakingBack, takeBack } = props;
  return (
    <ul className="divide-y divide-line rounded-xl border border-line bg-surface">
      {appeals.map((appeal) => (
        <li key={appeal.id} className="flex flex-col gap-1 px-4 py-3">
          <p className="flex flex-wrap items-center gap-2">
            <Badge tone={appeal.state === "accepted" ? "good" : "neutral"}>
              {appeal.state === "accepted" ? "Accepted" : "Refused"}
            </Badge>
            <TextLink
              href={`/classes/${classId}/assignments/${appeal.assignmentId}/students/${appeal.userId}`}
            >
              {appeal.name}
            </TextLink>
            <span className="text-muted">
              {appeal.title}, {appeal.questionId}
            </span>
          </p>
          <p className="text-sm break-words whitespace-pre-wrap">{appeal.text}</p>
          <p className="text-sm break-words text-muted">
            {appeal.reply ? `${appeal.reply} ` : ""}({appeal.answeredBy ?? "Somebody who has gone"},{" "}
            <ClassTime at={appeal.answeredAt ?? ""} timeZone={timeZone} />)
          </p>
          {appeal.mayTakeBack ? (
            <TakeBack
              values={{ classId, appealId: appeal.id }}
              name={appeal.name}
              preview={previewTakingBack}
              takeBack={takeBack}
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
}
