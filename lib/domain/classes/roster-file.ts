/**
 * A class list as schools export it: one person a line, the columns in any order and under
 * the names their systems use. Everything wrong is told at once, each with its line.
 */
import { EmailSchema } from "@/lib/domain/access/account-input";
import { CLASS_ROLES, type ClassRole } from "@/lib/domain/access/class-access";
import { SectionNameSchema, StudentNumberSchema } from "@/lib/domain/classes/class-input";

/** 1-based line of the file on which the row starts. */
export type FileRow = { line: number; cells: readonly string[] };

export type RosterRow = {
  line: number;
  email: string;
  /** "" when the file does not say. */
  name: string;
  role: ClassRole;
  /** Null: as it is. */
  section: string | null;
  studentNumber: string | null;
};

export type RosterProblem = { line: number; message: string };

export type RosterFile = { rows: RosterRow[]; problems: RosterProblem[] };

const MOST_ROSTER_ROWS = 2_000;
const MOST_NAME = 80;

type Column = "email" | "name" | "first" | "last" | "section" | "role" | "studentNumber";

/** In small letters, without anything but letters. */
const ALIASES: Record<Column, readonly string[]> = {
  email: ["email", "emailaddress", "mail", "emails", "sisloginid", "loginid"],
  name: ["name", "fullname", "student", "studentname", "displayname", "participant"],
  first: ["firstname", "givenname", "forename", "first"],
  last: ["lastname", "surname", "familyname", "last"],
  section: ["section", "sections", "group", "groups", "sectionname", "lab", "tutorial"],
  role: ["role", "classrole", "type"],
  studentNumber: [
    "studentnumber",
    "studentid",
    "number",
    "idnumber",
    "id",
    "sisuserid",
    "matriculationnumber",
    "matriculation",
  ],
};

const ROLE_WORDS: Record<string, ClassRole> = {
  student: "student",
  learner: "student",
  participant: "student",
  assistant: "assistant",
  ta: "assistant",
  "teaching assistant": "assistant",
  tutor: "assistant",
  instructor: "instructor",
  teacher: "instructor",
  lecturer: "instructor",
};

export function readRosterFile(file: readonly FileRow[]): RosterFile {
  const [header, ...rest] = file;
  if (!header) return failed(1, "The file is empty.");
  const columns = findColumns(header.cells);
  const repeated = repeatedColumn(header.cells);
  if (!columns.has("email")) {
    const named = header.cells.filter((cell) => cell.trim() !== "").join(", ");
    return failed(
      header.line,
      `No column is called email. The first line has: ${named || "nothing"}.`,
    );
  }
  if (repeated) return failed(header.line, `Two columns mean the same: ${repeated}.`);
  if (rest.length > MOST_ROSTER_ROWS) {
    return failed(
      header.line,
      `The file has ${rest.length} people; at most ${MOST_ROSTER_ROWS} at once.`,
    );
  }
  return readRows(columns, rest);
}

const failed = (line: number, message: string): RosterFile => ({
  rows: [],
  problems: [{ line, message }],
});

const columnOf = (name: string): Column | undefined => {
  const plain = name.toLowerCase().replaceAll(/[^\p{L}]/gu, "");
  return (Object.keys(ALIASES) as Column[]).find((column) => ALIASES[column].includes(plain));
};

function findColumns(header: readonly string[]): Map<Column, number> {
  const columns = new Map<Column, number>();
  for (const [index, name] of header.entries()) {
    const column = columnOf(name);
    if (column && !columns.has(column)) columns.set(column, index);
  }
  return columns;
}

function repeatedColumn(header: readonly string[]): string | null {
  const seen = new Map<Column, string>();
  for (const name of header) {
    const column = columnOf(name);
    const before = column && seen.get(column);
    if (before !== undefined) return `${before} and ${name}`;
    if (column) seen.set(column, name);
  }
  return null;
}

function readRows(columns: ReadonlyMap<Column, number>, file: readonly FileRow[]): RosterFile {
  const rows: RosterRow[] = [];
  const problems: RosterProblem[] = [];
  const lineOfEmail = new Map<string, number>();
  for (const { line, cells } of file) {
    const read = readRow(columns, cells);
    const before = lineOfEmail.get(read.row.email);
    const messages =
      before === undefined || read.messages.length > 0
        ? read.messages
        : [`${read.row.email} is on line ${before} already.`];
    problems.push(...messages.map((message) => ({ line, message })));
    if (messages.length > 0) continue;
    lineOfEmail.set(read.row.email, line);
    rows.push({ line, ...read.row });
  }
  return { rows, problems };
}

function readRow(columns: ReadonlyMap<Column, number>, cells: readonly string[]) {
  const cell = (column: Column): string => {
    const index = columns.get(column);
    return index === undefined ? "" : (cells[index] ?? "").trim();
  };
  const messages: string[] = [];
  const email = EmailSchema.safeParse(cell("email"));
  if (!email.success) messages.push(emailMessage(cell("email")));
  const name = cell("name") || `${cell("first")} ${cell("last")}`.trim();
  if (name.length > MOST_NAME) messages.push(`The name has more than ${MOST_NAME} characters.`);
  const role = roleOf(cell("role"));
  if (!role) {
    messages.push(`"${cell("role").slice(0, 40)}" is no role: use ${CLASS_ROLES.join(", ")}.`);
  }
  const section = orNull(cell("section"));
  if (section !== null && !SectionNameSchema.safeParse(section).success) {
    messages.push("The section's name has more than 60 characters.");
  }
  const studentNumber = orNull(cell("studentNumber"));
  if (studentNumber !== null && !StudentNumberSchema.safeParse(studentNumber).success) {
    messages.push("The student number has more than 40 characters.");
  }
  if (cells.some((text) => text.includes("\u{FFFD}"))) {
    messages.push("Some characters cannot be read: save the file as CSV UTF-8.");
  }
  const row = { email: email.data ?? "", name, role: role ?? "student", section, studentNumber };
  return { row, messages };
}

const emailMessage = (given: string): string =>
  given === "" ? "There is no email address." : `"${given.slice(0, 80)}" is no email address.`;

const roleOf = (given: string): ClassRole | undefined =>
  given === "" ? "student" : ROLE_WORDS[given.toLowerCase()];

const orNull = (text: string): string | null => (text === "" ? null : text);
