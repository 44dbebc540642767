import { ClassTime } from "@/components/quizzes/assignments/class-time";
import { HomeworkBadge } from "@/components/quizzes/homework/homework-badge";
import { StateBadge } from "@/components/quizzes/assignments/state-badge";
import { Badge } from "@/components/ui/badge";
import { Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { HomeworkState } from "@/lib/domain/quizzes/homework-plan";
import type { AssignmentState } from "@/lib/domain/quizzes/assignment-state";

export type AssignmentRow = {
  id: string;
  kind: "quiz" | "study";
  title: string;
  opensAt: string;
  dueAt: string;
  state: AssignmentState | null;
  grade: { points: number; maxPoints: number } | null;
  homework: { state: HomeworkState; reached: string } | null;
  progress: { isPublished: boolean; isReleased: boolean; open: number; submitted: number } | null;
};

type AssignmentTableProps = {
  classId: string;
  timeZone: string;
  assignments: readonly AssignmentRow[];
};

/** What is assigned in a class, by due time. */
export function AssignmentTable({ classId, timeZone, assignments }: AssignmentTableProps) {
  return (
    <Table caption="Assignments" head={["Title", "Due", "State", "Progress"]}>
      {assignments.map((row) => (
        <tr key={row.id}>
          <td className="min-w-28">
            <TextLink href={`/classes/${classId}/assignments/${row.id}`}>{row.title}</TextLink>
            {row.kind === "study" ? <span className="ms-2 text-muted">Study</span> : null}
          </td>
          <td className="min-w-30 sm:whitespace-nowrap">
            <ClassTime at={row.dueAt} timeZone={timeZone} />
          </td>
          <td className="whitespace-nowrap">
            {row.homework ? (
              <HomeworkBadge state={row.homework.state} />
            ) : row.state ? (
              <StateBadge state={row.state} />
            ) : row.progress ? (
              <StaffState {...row.progress} />
            ) : null}
          </td>
          <td className="text-end whitespace-nowrap tabular-nums">
            {row.grade
              ? `${row.grade.points} of ${row.grade.maxPoints}`
              : (row.homework?.reached ?? null)}
            {row.progress && row.kind === "quiz"
              ? `${row.progress.submitted} handed in, ${row.progress.open} at work`
              : null}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function StaffState({ isPublished, isReleased }: { isPublished: boolean; isReleased: boolean }) {
  if (!isPublished) return <Badge>Not published</Badge>;
  return isReleased ? <Badge tone="good">Released</Badge> : <Badge tone="accent">Published</Badge>;
}
