/**
 * What an import of a class list will do, said before it does it. Applying it twice does
 * nothing the second time. An address alone gives nobody a place or a role: whoever is not
 * a member yet gets an entry to claim, and a member's role is changed by hand only.
 */
import type { ClassRole } from "@/lib/domain/access/class-access";
import type { RosterRow } from "@/lib/domain/classes/roster-file";

/** Somebody in the class, with the address they are known by there. */
export type KnownMember = {
  userId: string;
  emails: readonly string[];
  role: ClassRole;
  section: string | null;
  studentNumber: string | null;
};

/** Somebody expected: on the roster, and not a member yet. */
export type KnownEntry = {
  email: string;
  name: string;
  role: ClassRole;
  section: string | null;
  studentNumber: string | null;
};

export type RosterStep = { line: number; email: string; name: string; section: string | null } & (
  | { kind: "new"; row: RosterRow }
  | { kind: "entry-changes"; row: RosterRow; changes: string[] }
  | { kind: "member-changes"; userId: string; row: RosterRow; changes: string[] }
  | { kind: "unchanged"; isMember: boolean }
) & {
    /** What the file asks for and the import does not do. */
    note: string | null;
  };

export type RosterPlan = {
  steps: RosterStep[];
  /** Sections that will be made. */
  newSections: string[];
  counts: Record<RosterStep["kind"], number>;
};

type Known = {
  members: readonly KnownMember[];
  entries: readonly KnownEntry[];
  sections: readonly string[];
};

export function planRoster(rows: readonly RosterRow[], known: Known): RosterPlan {
  const members = new Map(
    known.members.flatMap((member) => member.emails.map((email) => [email, member] as const)),
  );
  const entries = new Map(known.entries.map((entry) => [entry.email, entry]));
  const sections = new SectionNames(known.sections);
  const steps = rows.map((given) => {
    const row = {
      ...given,
      section: given.section === null ? null : sections.nameOf(given.section),
    };
    const member = members.get(row.email);
    if (member) return memberStep(row, member);
    const entry = entries.get(row.email);
    return entry ? entryStep(row, entry) : { ...seen(row), kind: "new" as const, row, note: null };
  });
  const counts = { new: 0, "entry-changes": 0, "member-changes": 0, unchanged: 0 };
  for (const { kind } of steps) counts[kind]++;
  return { steps, newSections: sections.made, counts };
}

const seen = ({ line, email, name, section }: RosterRow) => ({ line, email, name, section });

function memberStep(row: RosterRow, member: KnownMember): RosterStep {
  const changes = [...sectionChange(row, member), ...numberChange(row, member)];
  const note =
    row.role === member.role
      ? null
      : `is ${withArticle(member.role)} here and stays so: change roles by hand`;
  if (changes.length === 0) return { ...seen(row), kind: "unchanged", isMember: true, note };
  return { ...seen(row), kind: "member-changes", userId: member.userId, row, changes, note };
}

function entryStep(row: RosterRow, entry: KnownEntry): RosterStep {
  const changes = [
    ...sectionChange(row, entry),
    ...numberChange(row, entry),
    ...(row.role === entry.role ? [] : [`role: ${entry.role} → ${row.role}`]),
    ...(row.name === "" || row.name === entry.name
      ? []
      : [`name: ${entry.name || "–"} → ${row.name}`]),
  ];
  if (changes.length === 0) return { ...seen(row), kind: "unchanged", isMember: false, note: null };
  return { ...seen(row), kind: "entry-changes", row, changes, note: null };
}

type Placed = { section: string | null; studentNumber: string | null };

/** A file without a section says nothing about it. */
const sectionChange = (row: Placed, was: Placed): string[] =>
  row.section === null || row.section === was.section
    ? []
    : [`section: ${was.section ?? "–"} → ${row.section}`];

const numberChange = (row: Placed, was: Placed): string[] =>
  row.studentNumber === null || row.studentNumber === was.studentNumber
    ? []
    : [`student number: ${was.studentNumber ?? "–"} → ${row.studentNumber}`];

const withArticle = (role: ClassRole): string => `${role === "student" ? "a" : "an"} ${role}`;

/** "lab a" and "Lab A" are one section; the first spelling stays. */
class SectionNames {
  readonly made: string[] = [];
  private readonly byKey = new Map<string, string>();

  constructor(known: readonly string[]) {
    for (const name of known) this.byKey.set(name.toLowerCase(), name);
  }

  nameOf(given: string): string {
    const known = this.byKey.get(given.toLowerCase());
    if (known !== undefined) return known;
    this.byKey.set(given.toLowerCase(), given);
    this.made.push(given);
    return given;
  }
}
