import { Users } from "lucide-react";
import type { ComponentProps } from "react";

import { HomeworkPlot } from "@/components/quizzes/homework/homework-plot";
import {
  HomeworkTable,
  type HomeworkStudentRow,
} from "@/components/quizzes/homework/homework-table";
import { HomeworkRules, OwnHomework } from "@/components/quizzes/homework/own-homework";
import { EmptyState } from "@/components/ui/empty-state";

type HomeworkPanelProps = ComponentProps<typeof HomeworkRules> & {
  kind: "reviews" | "readiness";
  perDay: number;
  mostPoints: number;
  /** Null to staff. */
  own: (ComponentProps<typeof OwnHomework>["own"] & Dates) | null;
  /** Null to students. */
  students: readonly HomeworkStudentRow[] | null;
};
type Dates = { opensAt: string; dueAt: string; finalAt: string };

/** Study work: the rule, and whoever's progress the reader may see. */
export function HomeworkPanel({ own, students, ...rest }: HomeworkPanelProps) {
  const { kind, perDay, mostPoints, timeZone, sentence, credit } = rest;
  const { opensAt, dueAt, finalAt } = own ?? rest;
  return (
    <>
      <HomeworkRules {...{ timeZone, sentence, credit, opensAt, dueAt, finalAt }} />
      {own ? <OwnHomework {...{ kind, perDay, mostPoints, own }} /> : null}
      {students ? (
        <section aria-labelledby="students" className="flex min-w-0 flex-col gap-5">
          <h3 id="students" className="text-lg font-semibold">
            Students
          </h3>
          {students.length === 0 ? (
            <EmptyState icon={Users} title="Nobody is in the class yet">
              Let students in on the first page of the class: their progress appears here.
            </EmptyState>
          ) : (
            <>
              <HomeworkPlot kind={kind} perDay={perDay} rows={students} />
              <HomeworkTable {...{ kind, perDay, mostPoints }} rows={students} />
            </>
          )}
        </section>
      ) : null}
    </>
  );
}
