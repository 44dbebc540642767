import { ClassTime } from "@/components/quizzes/assignments/class-time";
import { HomeworkBadge } from "@/components/quizzes/homework/homework-badge";
import { TextLink } from "@/components/ui/text-link";
import type { HomeworkState } from "@/lib/domain/quizzes/homework-plan";

type Assigned = {
  id: string;
  classId: string;
  className: string;
  timeZone: string;
  title: string;
  dueAt: string;
  homework: {
    state: HomeworkState;
    reached: string;
    today: { wanted: number; given: number } | null;
  } | null;
};

/** What the learner's classes want of them now. Nothing where nothing is wanted. */
export function AssignedList({ assigned }: { assigned: readonly Assigned[] }) {
  if (assigned.length === 0) return null;
  return (
    <section aria-labelledby="assigned" className="flex flex-col gap-3">
      <h2 id="assigned" className="text-lg font-semibold">
        Assigned
      </h2>
      <ul className="divide-y divide-line rounded-xl border border-line bg-surface">
        {assigned.map((one) => (
          <li
            key={one.id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 px-4 py-3"
          >
            <div className="min-w-0">
              <TextLink href={`/classes/${one.classId}/assignments/${one.id}`}>
                {one.title}
              </TextLink>
              <p className="text-sm text-muted">
                {one.className}, due <ClassTime at={one.dueAt} timeZone={one.timeZone} named />
              </p>
            </div>
            {one.homework ? <Homework {...one.homework} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

const Homework = ({ state, reached, today }: NonNullable<Assigned["homework"]>) => (
  <p className="flex flex-wrap items-center gap-2 text-sm tabular-nums">
    <span>{today ? `${today.given} of ${today.wanted} today` : reached}</span>
    {today ? <span className="text-muted">{reached}</span> : null}
    <HomeworkBadge state={state} />
  </p>
);
