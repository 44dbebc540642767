import { createHash } from "node:crypto";
import { v7 as uuidV7 } from "uuid";

import type { Actor } from "@/lib/domain/access/actor";
import { canRunClass } from "@/lib/domain/access/class-access";
import type { RosterImport } from "@/lib/domain/classes/roster-input";
import {
  readRosterFile,
  type RosterProblem,
  type RosterRow,
} from "@/lib/domain/classes/roster-file";
import { planRoster, type RosterPlan } from "@/lib/domain/classes/roster-plan";
import { tellInvited } from "@/lib/server/classes/invitation";
import { readCsv } from "@/lib/server/classes/read-csv";
import { requireClass } from "@/lib/server/classes/require-class";
import { claimToken, hashToken } from "@/lib/server/classes/secrets";
import { createSection, listSections, lockClass } from "@/lib/server/db/classes";
import { database, type Db } from "@/lib/server/db/client";
import { listMembers, updateMember } from "@/lib/server/db/members";
import { inviteToRoster, listRoster, updateRosterEntry } from "@/lib/server/db/roster";
import { AppError } from "@/lib/server/errors";

export type RosterPreview = {
  problems: RosterProblem[];
  plan: RosterPlan;
  /** Names exactly this plan: it is applied as it was seen, or not at all. */
  fingerprint: string;
};

/** What importing the file would do. Saves nothing. */
export async function previewRoster(
  actor: Actor,
  { classId, csv }: Pick<RosterImport, "classId" | "csv">,
): Promise<RosterPreview> {
  await requireClass(actor, classId, canRunClass);
  const { rows, problems } = readRows(csv);
  return { problems, ...(await plan(database(), classId, rows)) };
}

/**
 * Does what the preview said. When the class has changed since, or a file with problems
 * would be taken for whole, it does nothing and says so.
 */
export async function applyRoster(
  actor: Actor,
  { classId, csv, fingerprint }: RosterImport,
  now: Date,
): Promise<RosterPlan["counts"]> {
  const { row: group } = await requireClass(actor, classId, canRunClass);
  const { rows } = readRows(csv);
  return database().$transaction(
    async (db) => {
      await lockClass(db, classId);
      const planned = await plan(db, classId, rows);
      if (planned.fingerprint !== fingerprint) {
        throw new AppError(
          "conflict",
          "The roster has changed since this preview. Look at it again.",
        );
      }
      const about = { className: group.name, invitedBy: actor.name };
      await carryOut(db, { classId, about, now }, planned.plan);
      return planned.plan.counts;
    },
    { timeout: 60_000 },
  );
}

function readRows(csv: string): { rows: RosterRow[]; problems: RosterProblem[] } {
  const file = readCsv(csv);
  const roster = readRosterFile(file.rows);
  const broken = new Set(file.problems.map(({ line }) => line));
  return {
    rows: roster.rows.filter(({ line }) => !broken.has(line)),
    problems: [...file.problems, ...roster.problems].sort((a, b) => a.line - b.line),
  };
}

async function plan(db: Db, classId: string, rows: readonly RosterRow[]) {
  const members = await listMembers(db, classId);
  const entries = await listRoster(db, classId);
  const sections = await listSections(db, classId);
  const nameOf = new Map(sections.map(({ id, name }) => [id, name]));
  const sectionOf = (id: string | null) => (id === null ? null : (nameOf.get(id) ?? null));
  const inClass = new Set(members.map(({ userId }) => userId));
  const made = planRoster(rows, {
    sections: sections.map(({ name }) => name),
    members: members.map(({ userId, role, sectionId, studentNumber, user }) => ({
      userId,
      role,
      studentNumber,
      section: sectionOf(sectionId),
      emails: [
        ...(user.email === null ? [] : [user.email]),
        ...entries.filter(({ claimedById }) => claimedById === userId).map(({ email }) => email),
      ],
    })),
    // An entry whose person has left is as good as none: the import invites them anew.
    entries: entries
      .filter(({ claimedById }) => claimedById === null || inClass.has(claimedById))
      .map(({ sectionId, ...entry }) => ({ ...entry, section: sectionOf(sectionId) })),
  });
  const fingerprint = createHash("sha256").update(JSON.stringify(made)).digest("base64url");
  return { plan: made, fingerprint };
}

type Import = {
  classId: string;
  about: { className: string; invitedBy: string };
  now: Date;
};

async function carryOut(
  db: Db,
  { classId, about, now }: Import,
  { steps, newSections }: RosterPlan,
): Promise<void> {
  for (const name of newSections) await createSection(db, { id: uuidV7(), classId, name });
  const sections = new Map((await listSections(db, classId)).map(({ id, name }) => [name, id]));
  const fieldsOf = (row: RosterRow) => ({
    ...(row.section === null ? {} : { sectionId: sections.get(row.section) ?? null }),
    ...(row.studentNumber === null ? {} : { studentNumber: row.studentNumber }),
  });
  const invited = steps.flatMap((step) =>
    step.kind === "new" ? [newEntry(classId, step.row, sections, now)] : [],
  );
  await inviteToRoster(db, invited);
  for (const step of steps) {
    if (step.kind === "member-changes") {
      await updateMember(db, { userId: step.userId, classId }, fieldsOf(step.row));
    }
    if (step.kind === "entry-changes") {
      const { email, name, role } = step.row;
      const change = { role, ...fieldsOf(step.row), ...(name === "" ? {} : { name }) };
      await updateRosterEntry(db, { classId, email }, change);
    }
  }
  await tellInvited(db, invited, about, now);
}

function newEntry(
  classId: string,
  { email, name, role, section, studentNumber }: RosterRow,
  sections: ReadonlyMap<string, string>,
  createdAt: Date,
) {
  return {
    classId,
    email,
    name,
    role,
    studentNumber,
    sectionId: section === null ? null : (sections.get(section) ?? null),
    tokenHash: hashToken(claimToken({ classId, email, createdAt })),
    createdAt,
  };
}
