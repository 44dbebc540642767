import type { Role } from "@/lib/domain/access/actor";
import type { Db } from "@/lib/server/db/client";

export type PersonFilter = { text: string; role: Role | null; disabled: boolean; page: number };

/** People who have signed up, by name; `size` of them a page. */
export async function findPeople(
  db: Db,
  { text, role, disabled, page }: PersonFilter,
  size: number,
) {
  const where = {
    email: { not: null },
    ...(role === null ? {} : { role }),
    ...(disabled ? { disabledAt: { not: null } } : {}),
    ...(text === ""
      ? {}
      : {
          OR: [
            { name: { contains: text, mode: "insensitive" as const } },
            { email: { contains: text.toLowerCase() } },
          ],
        }),
  };
  const [total, people] = await Promise.all([
    db.user.count({ where }),
    db.user.findMany({
      where,
      orderBy: [{ name: "asc" }, { id: "asc" }],
      skip: (page - 1) * size,
      take: size,
      select: { id: true, name: true, email: true, role: true, disabledAt: true, createdAt: true },
    }),
  ]);
  return { total, people };
}

type Access = { role?: Role; disabledAt?: Date | null };

/** Disabling also ends every session. Null when there is no such account; else what was before. */
export async function changeAccess(db: Db, id: string, change: Access) {
  const before = await db.user.findFirst({
    where: { id, email: { not: null } },
    select: { role: true, disabledAt: true },
  });
  if (!before) return null;
  const endsSessions = change.disabledAt !== undefined && change.disabledAt !== null;
  await db.user.update({
    where: { id },
    data: { ...change, ...(endsSessions ? { sessionVersion: { increment: 1 } } : {}) },
    select: { id: true },
  });
  return before;
}
