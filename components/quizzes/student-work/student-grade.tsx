import type { FormAction } from "@/components/form/form-action";
import { ReasonForm } from "@/components/quizzes/student-work/reason-form";
import { Badge } from "@/components/ui/badge";

type Grade = {
  points: number | null;
  maxPoints: number;
  latePercent: number;
  override: number | null;
  overrideReason: string | null;
  excused: boolean;
  updatedAt: string;
};

type StudentGradeProps = {
  grade: Grade | null;
  values: Readonly<Record<string, string | number>>;
  mayRun: boolean;
  overrideTotal: FormAction;
  dropOverride: FormAction;
  excuse: FormAction;
  unexcuse: FormAction;
};

const SUMMARY = "cursor-pointer text-sm font-medium";
const STAYS = "The audit keeps it for good: name nobody.";

/** What the assignment counts for one student, and what an instructor may do about it. */
export function StudentGrade(props: StudentGradeProps) {
  const { grade, mayRun } = props;
  return (
    <section
      aria-label="Grade"
      className="flex flex-col gap-3 rounded-xl border border-line bg-surface px-5 py-4"
    >
      <p className="flex flex-wrap items-center gap-3 text-2xl font-semibold tabular-nums">
        {totalWords(grade)}
        {grade?.excused ? <Badge tone="accent">Excused</Badge> : null}
        {isByHand(grade) ? <Badge tone="accent">By hand</Badge> : null}
      </p>
      {grade ? <Facts grade={grade} /> : null}
      {mayRun ? <Actions {...props} /> : null}
    </section>
  );
}

function totalWords(grade: Grade | null): string {
  if (!grade) return "No grade yet";
  const points = grade.override ?? grade.points;
  return points === null
    ? grade.excused
      ? "No points"
      : "Not marked yet"
    : `${points} of ${grade.maxPoints} points`;
}

function Facts({ grade }: { grade: Grade }) {
  const { override, overrideReason, points, maxPoints, latePercent, excused } = grade;
  return (
    <div className="flex flex-col gap-1 text-sm text-muted">
      {override === null ? null : (
        <p>
          Given by hand: {overrideReason}{" "}
          {points === null ? "" : `The answers give ${points} of ${maxPoints}.`}
        </p>
      )}
      {latePercent === 0 ? null : <p>{latePercent} % were taken off for lateness.</p>}
      {excused ? <p>It does not count in the final grade.</p> : null}
    </div>
  );
}

const isByHand = (grade: Grade | null): boolean => grade !== null && grade.override !== null;

function Actions(props: StudentGradeProps) {
  const values = { ...props.values, updatedAt: props.grade?.updatedAt ?? "" };
  return (
    <>
      <TotalByHand {...props} values={values} />
      <Excusing {...props} values={values} />
    </>
  );
}

function TotalByHand({ grade, values, overrideTotal, dropOverride }: StudentGradeProps) {
  const { maxPoints = 0, override = null, points = null } = grade ?? {};
  return (
    <details>
      <summary className={SUMMARY}>
        {isByHand(grade) ? "Change or take back the total" : "Give a total by hand"}
      </summary>
      <div className="mt-3 flex flex-col gap-5">
        <ReasonForm
          action={overrideTotal}
          values={values}
          points={{ most: maxPoints, now: override ?? points }}
          hint={STAYS}
          submit="Give this total"
          done="Given."
        />
        {isByHand(grade) ? (
          <ReasonForm
            action={dropOverride}
            values={values}
            hint="What the answers give counts again."
            isOptional
            submit="Take the total by hand back"
            done="Taken back."
          />
        ) : null}
      </div>
    </details>
  );
}

function Excusing({ grade, values, excuse, unexcuse }: StudentGradeProps) {
  return (
    <details>
      <summary className={SUMMARY}>
        {grade?.excused ? "Do not excuse any more" : "Excuse from this assignment"}
      </summary>
      <div className="mt-3">
        {grade?.excused ? (
          <ReasonForm
            action={unexcuse}
            values={values}
            hint="The assignment counts for this student again."
            isOptional
            submit="Let it count again"
            done="It counts again."
          />
        ) : (
          <ReasonForm
            action={excuse}
            values={values}
            hint={`The final grade is made as if there were no such assignment. ${STAYS}`}
            submit="Excuse"
            done="Excused."
          />
        )}
      </div>
    </details>
  );
}
