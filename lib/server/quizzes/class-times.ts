import { instantOf } from "@/lib/domain/quizzes/local-time";
import { AppError } from "@/lib/server/errors";

type LocalTimes = { opensAt: string; dueAt: string; closesAt: string | null };
type Instants = { opensAt: Date; dueAt: Date; closesAt: Date | null };

/** The instants of times on the class's clocks, in an order that makes sense. */
export function classTimes(local: LocalTimes, timeZone: string): Instants {
  const opensAt = instantIn("opensAt", local.opensAt, timeZone);
  const dueAt = instantIn("dueAt", local.dueAt, timeZone);
  const closesAt = local.closesAt === null ? null : instantIn("closesAt", local.closesAt, timeZone);
  if (dueAt <= opensAt) throw wrong("dueAt", "It is due before it opens.");
  if (closesAt && closesAt < dueAt) throw wrong("closesAt", "It closes before it is due.");
  return { opensAt, dueAt, closesAt };
}

function instantIn(field: string, local: string, timeZone: string): Date {
  const at = instantOf(local, timeZone);
  if (at) return at;
  const zone = timeZone.replaceAll("_", " ");
  throw wrong(field, `The clocks of ${zone} skip this time on that day. Choose another.`);
}

const wrong = (field: string, message: string) =>
  new AppError("invalid", message, { fields: { [field]: [message] } });
