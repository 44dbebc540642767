/**
 * Deletes a person and every row that is theirs or names them. What belongs to others and
 * was made by the person stays and names nobody: `NOBODY` stands where a maker is required.
 * A test reads from the database which columns there are, so that none is forgotten. Only
 * the audit of grades keeps the bare id, which names nobody any more.
 */
import type { Db } from "@/lib/server/db/client";

/** The nil UUID: no account ever has it. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/** Classes that would be left without an instructor: their names. Empty when none would. */
export async function findOrphanedClasses(db: Db, userId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    select c.name from "Class" c
      join "Member" m on m."classId" = c.id and m."userId" = ${userId}::uuid
       and m.role = 'instructor' and m."removedAt" is null
     where not exists (select 1 from "Member" o where o."classId" = c.id and o."userId" <> m."userId"
                          and o.role = 'instructor' and o."removedAt" is null)
       and exists (select 1 from "Member" o where o."classId" = c.id and o."userId" <> m."userId")
     order by c.name`;
  return rows.map(({ name }) => name);
}

/**
 * Within a transaction. False when there is no such person any more. Classes that only
 * this person is in go with them; quizzes and banks that other classes use are handed to
 * an instructor of such a class.
 */
export async function forgetPerson(db: Db, userId: string): Promise<boolean> {
  const people = await db.$queryRaw<{ email: string | null }[]>`
    select email from "User" where id = ${userId}::uuid for update`;
  const [person] = people;
  if (!person) return false;
  await db.$executeRaw`select set_config('reconcile.cause', 'account-deleted', true),
                              set_config('reconcile.actor', '', true)`;
  await leaveClasses(db, userId, person.email);
  await nameNobody(db, userId);
  await db.$executeRaw`delete from "rate_limit" where position(${userId} in key) > 0
                           or (${person.email}::text is not null and key like '%:' || ${person.email})`;
  await db.$executeRaw`delete from "User" where id = ${userId}::uuid`;
  return true;
}

async function leaveClasses(db: Db, userId: string, email: string | null): Promise<void> {
  await db.$executeRaw`
    delete from "Class" c
     where exists (select 1 from "Member" m where m."classId" = c.id and m."userId" = ${userId}::uuid)
       and not exists (select 1 from "Member" m where m."classId" = c.id and m."userId" <> ${userId}::uuid)`;
  await db.$executeRaw`
    update "Quiz" q set "ownerId" = (
      select m."userId" from "Assignment" a join "Member" m on m."classId" = a."classId"
       where a."quizId" = q.id and m.role = 'instructor' and m."removedAt" is null
         and m."userId" <> q."ownerId" order by m."joinedAt" limit 1)
     where q."ownerId" = ${userId}::uuid and exists (select 1 from "Assignment" a where a."quizId" = q.id)`;
  await db.$executeRaw`
    update "Bank" b set "ownerId" = (
      select m."userId" from "BankShare" s join "Member" m on m."classId" = s."classId"
       where s."bankId" = b.id and m.role = 'instructor' and m."removedAt" is null
         and m."userId" <> b."ownerId" order by m."joinedAt" limit 1)
     where b."ownerId" = ${userId}::uuid and exists (select 1 from "BankShare" s where s."bankId" = b.id)`;
  await deleteOwnBanks(db, userId);
  await db.$executeRaw`delete from "RosterEntry" where "claimedById" = ${userId}::uuid or email = ${email}`;
}

/** Banks that nobody else could see. */
async function deleteOwnBanks(db: Db, userId: string): Promise<void> {
  await db.$executeRaw`
    delete from "QuestionVersion" v using "Question" q, "Bank" b
     where v."questionId" = q.id and q."bankId" = b.id and b."ownerId" = ${userId}::uuid`;
  await db.$executeRaw`
    delete from "Question" q using "Bank" b
     where q."bankId" = b.id and b."ownerId" = ${userId}::uuid`;
  await db.$executeRaw`delete from "Bank" where "ownerId" = ${userId}::uuid`;
}

async function nameNobody(db: Db, userId: string): Promise<void> {
  await db.$executeRaw`update "KeyAddition" set "addedById" = ${NOBODY}::uuid where "addedById" = ${userId}::uuid`;
  await db.$executeRaw`update "Assignment" set "createdById" = ${NOBODY}::uuid where "createdById" = ${userId}::uuid`;
  await db.$executeRaw`update "Regrade" set "createdById" = ${NOBODY}::uuid where "createdById" = ${userId}::uuid`;
  await db.$executeRaw`update "ItemGrade" set "markedById" = null where "markedById" = ${userId}::uuid`;
  await db.$executeRaw`update "Appeal" set "answeredById" = null where "answeredById" = ${userId}::uuid`;
  await db.$executeRaw`update "ProblemReport" set "closedById" = null where "closedById" = ${userId}::uuid`;
  await db.$executeRaw`delete from "RegradeChange" where "userId" = ${userId}::uuid`;
}
