import { needsLesson } from "@/lib/domain/scheduling/leech";
import type { SessionPick } from "@/lib/domain/scheduling/plan-session";
import type { QueueItem } from "@/lib/domain/study/queue-contract";
import type { QueueFacts } from "@/lib/server/db/queue-facts";
import { toQueueItem } from "@/lib/server/study/queue-item";
import type { StudyIndex } from "@/lib/server/study/study-index";

/** A pick of the plan as it is asked; null when its question is gone. */
export function sessionItem(
  { person, flagged, lessons }: Pick<QueueFacts, "person" | "flagged" | "lessons">,
  index: StudyIndex,
  pick: SessionPick,
): QueueItem | null {
  const { id } = pick.question;
  const { card, reason, purpose, recall } = pick;
  const published = index.published(id);
  if (!published) return null;
  return toQueueItem(person.id, published, {
    reason,
    purpose,
    recall,
    state: card?.state ?? "new",
    reps: card?.reps ?? 0,
    flagged: flagged.has(id),
    lesson: purpose === "study" && needsLesson(card?.lapses ?? 0, lessons.get(id) ?? null),
  });
}
