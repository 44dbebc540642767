import { ActionButton } from "@/components/form/action-button";
import type { FormAction } from "@/components/form/form-action";
import { LocalTime } from "@/components/ui/local-time";
import { Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";

export type QuizRow = {
  id: string;
  title: string;
  questions: number;
  points: number;
  assignments: number;
  updatedAt: string;
  isArchived: boolean;
};

type QuizTableProps = {
  caption: string;
  quizzes: readonly QuizRow[];
  duplicate: FormAction;
  archive: FormAction;
};

export function QuizTable({ caption, quizzes, duplicate, archive }: QuizTableProps) {
  return (
    <Table caption={caption} head={["Title", "Questions", "Points", "Assigned", "Changed", ""]}>
      {quizzes.map((quiz) => (
        <tr key={quiz.id}>
          <td className="min-w-36">
            <TextLink href={`/quizzes/${quiz.id}`}>{quiz.title}</TextLink>
          </td>
          <td className="tabular-nums">{quiz.questions}</td>
          <td className="tabular-nums">{quiz.points}</td>
          <td className="tabular-nums">{quiz.assignments === 0 ? "–" : quiz.assignments}</td>
          <td className="whitespace-nowrap">
            <LocalTime at={quiz.updatedAt} />
          </td>
          <td>
            <div className="flex justify-end gap-2">
              <ActionButton
                action={duplicate}
                values={{ quizId: quiz.id }}
                look="quiet"
                label={`Duplicate ${quiz.title}`}
              >
                Duplicate
              </ActionButton>
              <ActionButton
                action={archive}
                values={{ quizId: quiz.id, archived: quiz.isArchived ? "no" : "yes" }}
                look="quiet"
                label={`${quiz.isArchived ? "Bring back" : "Archive"} ${quiz.title}`}
              >
                {quiz.isArchived ? "Bring back" : "Archive"}
              </ActionButton>
            </div>
          </td>
        </tr>
      ))}
    </Table>
  );
}
