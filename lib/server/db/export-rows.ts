/**
 * Every row that is a person's own, table by table, as PostgreSQL writes it in JSON. A
 * test reads from the database which tables there are, so that none is forgotten.
 */
import { databasePool } from "@/lib/server/db/client";

type ExportedTable = {
  table: string;
  /** Under which name it stands in the file. */
  name: string;
  /** Columns that tell rows of one person apart and are paged by, with their types. */
  order: readonly (readonly [string, string])[];
  /** Left out: secrets of the service, and what teachers have not released. */
  omit?: readonly string[];
};

/** Reviews come first: whoever reads them back need not read the rest. */
export const EXPORTED_TABLES: readonly ExportedTable[] = [
  { table: "Review", name: "reviews", order: [["id", "uuid"]], omit: ["seed"] },
  { table: "ReviewEdit", name: "reviewEdits", order: [["id", "uuid"]] },
  { table: "Card", name: "cards", order: [["questionId", "text"]] },
  { table: "CardEvent", name: "cardEvents", order: [["id", "uuid"]] },
  { table: "QuestionMark", name: "questionMarks", order: [["questionId", "text"]] },
  { table: "StudyAction", name: "studyActions", order: [["id", "uuid"]] },
  { table: "Undo", name: "undos", order: [["id", "uuid"]] },
  { table: "StudySettings", name: "studySettings", order: [["version", "int"]] },
  { table: "ParameterFit", name: "parameterFits", order: [["id", "uuid"]] },
  { table: "NoticeChoices", name: "noticeChoices", order: [["userId", "uuid"]] },
  { table: "Notice", name: "notices", order: [["id", "uuid"]] },
  {
    table: "CalendarFeed",
    name: "calendarFeeds",
    order: [["tokenHash", "text"]],
    omit: ["tokenHash"],
  },
  {
    table: "ProblemReport",
    name: "problemReports",
    order: [["id", "uuid"]],
    omit: ["seed", "closedById"],
  },
  {
    table: "Identity",
    name: "identities",
    order: [
      ["provider", "text"],
      ["providerAccountId", "text"],
    ],
  },
  { table: "Member", name: "memberships", order: [["classId", "uuid"]] },
  {
    table: "QuestionDraft",
    name: "questionDrafts",
    order: [["questionId", "text"]],
  },
  { table: "Attempt", name: "attempts", order: [["id", "uuid"]] },
  {
    table: "AttemptAnswer",
    name: "attemptAnswers",
    order: [
      ["attemptId", "uuid"],
      ["position", "int"],
    ],
    omit: ["seed"],
  },
  {
    table: "AttemptEvent",
    name: "attemptEvents",
    order: [
      ["attemptId", "uuid"],
      ["id", "uuid"],
    ],
  },
  { table: "HomeworkResult", name: "homeworkResults", order: [["assignmentId", "uuid"]] },
  {
    table: "Appeal",
    name: "appeals",
    order: [
      ["attemptId", "uuid"],
      ["position", "int"],
    ],
    omit: ["answeredById"],
  },
];

/** Tables with rows about a person that are not in the file, and why. */
export const NOT_EXPORTED: Readonly<Record<string, string>> = {
  ItemGrade: "marks are shown when the class releases them",
  AssignmentGrade: "marks are shown when the class releases them",
  GradeAudit: "the school's record of its marking",
  RegradeChange: "marks are shown when the class releases them",
};

const PAGE = 500;

/** A table's rows of one person as JSON texts, a page at a time. */
export async function* readRows(
  { table, order, omit = [] }: ExportedTable,
  userId: string,
): AsyncGenerator<string[]> {
  const columns = order.map(([name]) => `"${name}"`);
  const text = (after: boolean) => `
    select (to_jsonb(t) - 'userId' - $2::text[])::text, ${columns.map((name) => `${name}::text`).join(", ")}
      from "${table}" t
     where "userId" = $1 ${after ? `and (${columns.join(", ")}) > (${order.map(([, type], index) => `$${index + 3}::${type}`).join(", ")})` : ""}
     order by ${columns.join(", ")} limit ${PAGE}`;
  let after: string[] | null = null;
  for (;;) {
    const { rows }: { rows: string[][] } = await databasePool().query<string[]>({
      text: text(after !== null),
      values: [userId, omit, ...(after ?? [])],
      rowMode: "array",
    });
    if (rows.length > 0) yield rows.map(([json]) => json ?? "null");
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.slice(1);
  }
}

/** The person themselves: nothing that signs them in. */
export async function getPersonRow(userId: string): Promise<string> {
  const { rows } = await databasePool().query<{ person: string }>(
    `select json_build_object('id', id, 'email', email, 'name', name, 'role', role,
            'createdAt', "createdAt")::text as person
       from "User" where id = $1`,
    [userId],
  );
  return rows[0]?.person ?? "null";
}

/** Ids of the questions that a learner has answered, and not taken that back. */
export async function findAnswered(userId: string): Promise<Set<string>> {
  const { rows } = await databasePool().query<{ questionId: string }>(
    `select distinct "questionId" from "Review" where "userId" = $1 and "undoneAt" is null`,
    [userId],
  );
  return new Set(rows.map(({ questionId }) => questionId));
}
