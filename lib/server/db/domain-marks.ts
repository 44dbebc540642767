import { groupBy } from "@/lib/domain/progress/group-by";
import { databasePool } from "@/lib/server/db/client";

export type DomainMark = {
  userId: string;
  domain: string;
  answers: number;
  /** Points that were had, and that could be. */
  points: number;
  most: number;
};

type DomainMarksQuery = {
  classId: string;
  /** One student, or all. */
  userId: string | null;
  /** These assignments, or all of the class. */
  assignmentIds: readonly string[] | null;
  /** A question of two domains counts in both. */
  questions: readonly { questionId: string; domain: string }[];
};

const STUDENTS_AT_ONCE = 250;

// The latest attempt says what somebody knows now. Questions and marks each from their own
// index, as text, and put together below: joined with each other and with domains, every mark
// of a class is looked up by itself.
const LATEST_MARKS = `
  with student as materialized (
    select m."userId" from "Member" m
     where m."classId" = $1 and m.role = 'student' and ($2::uuid is null or m."userId" = $2)
       and m."userId" > $4
     order by m."userId" limit ${STUDENTS_AT_ONCE}),
  sat as materialized (
    select distinct on (t."userId", t."assignmentId") t."userId", t.id
      from student s
      join "Attempt" t on t."userId" = s."userId" and t.state = 'submitted'
      join "Assignment" a on a.id = t."assignmentId" and a."classId" = $1 and a."archivedAt" is null
     where $3::uuid[] is null or a.id = any ($3)
     order by t."userId", t."assignmentId", t.number desc)
  select s."userId",
         array_to_string(array(select w."questionId" from "AttemptAnswer" w
                                where w."userId" = s."userId" and w."attemptId" = t.id
                                order by w.position), ' '),
         array_to_string(g.points, ' ', '?'), array_to_string(g.mosts, ' ')
    from student s
    left join sat t on t."userId" = s."userId"
    left join lateral (
      select array_agg(coalesce(g.override, g.score * g.points) order by g.position) as points,
             array_agg(g.points order by g.position) as mosts
        from "ItemGrade" g where g."userId" = t."userId" and g."attemptId" = t.id) g on true
   order by s."userId"`;

type LatestRow = [userId: string, questionIds: string, points: string | null, mosts: string | null];

/** How students of a class did at its quizzes, by domain of the curriculum. */
export async function listDomainMarks(query: DomainMarksQuery): Promise<DomainMark[]> {
  const { classId, userId, assignmentIds, questions } = query;
  const domainsOf = groupBy(questions, ({ questionId }) => questionId);
  const sums = new Map<string, DomainMark>();
  for (let after = NOBODY_BEFORE; ;) {
    const { rows } = await databasePool().query<LatestRow>({
      name: "latest-marks",
      text: LATEST_MARKS,
      values: [classId, userId, assignmentIds === null ? null : [...assignmentIds], after],
      rowMode: "array",
    });
    for (const row of rows) addMarks(sums, row, domainsOf);
    const last = rows.at(-1);
    if (!last || new Set(rows.map(([id]) => id)).size < STUDENTS_AT_ONCE) break;
    [after] = last;
  }
  return [...sums.values()];
}

const NOBODY_BEFORE = "00000000-0000-0000-0000-000000000000";

function addMarks(
  sums: Map<string, DomainMark>,
  [userId, questionIds, points, mosts]: LatestRow,
  domainsOf: ReadonlyMap<string, readonly { domain: string }[]>,
): void {
  const [had, most] = [(points ?? "").split(" "), (mosts ?? "").split(" ")];
  for (const [index, questionId] of questionIds.split(" ").entries()) {
    const mark = had[index] ?? "";
    // Not marked yet, or not handed in by anybody.
    if (mark === "" || mark === "?") continue;
    for (const { domain } of domainsOf.get(questionId) ?? []) {
      const name = `${userId} ${domain}`;
      const sum = sums.get(name) ?? { userId, domain, answers: 0, points: 0, most: 0 };
      sum.answers += 1;
      sum.points += Number(mark);
      sum.most += Number(most[index]);
      sums.set(name, sum);
    }
  }
}
