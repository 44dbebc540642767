import { outboxOf } from "@/components/offline/outbox";

const LONGEST_MS = 8_000;

/** How many answers the server still does not have, once there was time to send them. */
export async function sendBeforeLeaving(userId: string): Promise<number> {
  const outbox = outboxOf(userId);
  const timeUp = new Promise<void>((resolve) => setTimeout(resolve, LONGEST_MS));
  await Promise.race([outbox.send(), timeUp]);
  return (await outbox.pendingQuestionIds()).length;
}
