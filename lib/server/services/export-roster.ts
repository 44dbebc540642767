import type { Actor } from "@/lib/domain/access/actor";
import { canRunClass } from "@/lib/domain/access/class-access";
import { requireClass } from "@/lib/server/classes/require-class";
import { fileDate, type Download } from "@/lib/server/download";
import { viewRoster } from "@/lib/server/services/view-roster";
import { csvFile } from "@/lib/server/spreadsheets/csv-file";

/** Everybody in a class and who is expected, as a file that can be imported again. */
export async function exportRoster(actor: Actor, classId: string, now: Date): Promise<Download> {
  const { members, waiting } = await viewRoster(actor, classId);
  const people = [
    ...members.map((member) => ({ ...member, state: "in class" })),
    ...waiting.map((entry) => ({ ...entry, state: "expected" })),
  ];
  return csvFile(`roster-${fileDate(now)}.csv`, [
    ["email", "name", "section", "role", "student number", "state"],
    ...people.map(({ email, name, section, role, studentNumber, state }) => [
      email,
      name,
      section,
      role,
      studentNumber,
      state,
    ]),
  ]);
}

/** The personal links of those who are expected, to be sent out. */
export async function exportClaimLinks(
  actor: Actor,
  classId: string,
  now: Date,
): Promise<Download> {
  await requireClass(actor, classId, canRunClass);
  const { waiting } = await viewRoster(actor, classId);
  return csvFile(`links-${fileDate(now)}.csv`, [
    ["email", "name", "link"],
    ...waiting.map(({ email, name, link }) => [email, name, link]),
  ]);
}
