import type { Db } from "@/lib/server/db/client";

type LinkPurpose = "first-admin";

/** Replaces every unused link of that purpose, so that only the newest one works. */
export async function replaceOneTimeLink(
  db: Db,
  link: { tokenHash: string; purpose: LinkPurpose; createdAt: Date },
): Promise<void> {
  await db.oneTimeLink.deleteMany({ where: { purpose: link.purpose, usedAt: null } });
  await db.oneTimeLink.create({ data: link });
}

/** Uses a link up. False when there is no such unused link; of two at once, one gets true. */
export async function useOneTimeLink(
  db: Db,
  link: { tokenHash: string; purpose: LinkPurpose; usedAt: Date },
): Promise<boolean> {
  const { tokenHash, purpose, usedAt } = link;
  const { count } = await db.oneTimeLink.updateMany({
    where: { tokenHash, purpose, usedAt: null },
    data: { usedAt },
  });
  return count === 1;
}
