/** Two million reviews: learners of 200 cards and learners of 20,000. */
import type pg from "pg";

export const SMALL = { prefix: "5a", learners: 680, cards: 200, reviewsPerCard: 10 };
export const LARGE = { prefix: "1a", learners: 32, cards: 20_000, reviewsPerCard: 1 };
export type Group = typeof SMALL;

/** Ids are made of the group and a number, so that whoever measures knows them. */
export const learnerId = ({ prefix }: Group, number: number): string =>
  `000000${prefix}-0000-7000-8000-${String(number).padStart(12, "0")}`;

/** Fills an empty, migrated database whose banks are loaded. Of each learner 40 cards are due, of the same questions. */
export async function fill(client: pg.Client): Promise<void> {
  for (const group of [SMALL, LARGE]) {
    await client.query(learnersOf(group));
    await client.query(cardsOf(group));
    await client.query(reviewsOf(group));
    await client.query(marksOf(group));
    await client.query(movesOf(group));
  }
  await client.query("vacuum analyze");
}

const idOf = ({ prefix }: Group, number: string): string =>
  `('000000${prefix}-0000-7000-8000-' || lpad((${number})::text, 12, '0'))::uuid`;

const learnersOf = (group: Group): string => `
  insert into "User" (id, email, name, "createdAt")
  select ${idOf(group, "n")}, '${group.prefix}' || n || '@bench.invalid', 'Bench', now()
    from generate_series(1, ${group.learners}) n;
  insert into "StudySettings" ("userId", version, exam, "createdAt")
  select ${idOf(group, "n")}, 1, 'cka', now() from generate_series(1, ${group.learners}) n;`;

// Real questions first, so that answers find their cards; the rest of a large learner's are of banks that are gone.
const QUESTIONS = (cards: number): string => `
  (select coalesce(real.id, 'gone/q' || n) as id, n
     from generate_series(1, ${cards}) n
     left join (select id, row_number() over (order by md5(id)) as place
                  from "Question" where "retiredAt" is null) real on real.place = n) q`;

const cardsOf = (group: Group): string => `
  insert into "Card" ("userId", "questionId", state, "dueAt", stability, difficulty,
    "scheduledDays", "learningSteps", reps, lapses, "lastReviewAt", "firstReviewAt")
  select ${idOf(group, "l")}, q.id, 'review',
         now() + interval '1 day' * case when q.n <= ${SMALL.cards}
           then ((q.n * 79) % ${SMALL.cards} - 40) * 300 / ${SMALL.cards}
           else 1 + (q.n * 7919) % ${group.cards} * 300 / ${group.cards} end,
         20 + (q.n % 50), 3 + (q.n % 7), 30, 0, ${group.reviewsPerCard}, 0,
         now() - interval '20 days', now() - interval '200 days'
    from generate_series(1, ${group.learners}) l, ${QUESTIONS(group.cards)};`;

const reviewsOf = (group: Group): string => `
  insert into "Review" ("userId", id, "questionId", "questionVersion", seed, "settingsVersion",
    answer, graded, outcome, score, "suggestedRating", rating, "reviewedAt", "recordedAt", "durationMs")
  select ${idOf(group, "l")}, uuidv7(), q.id, 1, 'bench', 1,
         '{"kind":"single","pick":0}', '{"outcome":"right","score":1,"detail":{"kind":"single","pick":0}}',
         'right', 1, 3, 3, t.at, t.at, 8000
    from generate_series(1, ${group.learners}) l, ${QUESTIONS(group.cards)},
         generate_series(1, ${group.reviewsPerCard}) r,
         lateral (select now() - interval '20 days' * r as at) t;`;

/** Of the questions that exist one in twenty is flagged, one in a hundred suspended. */
const marksOf = (group: Group): string => `
  insert into "QuestionMark" ("userId", "questionId", "flaggedAt", "suspendedAt")
  select c."userId", c."questionId", now(), case when n % 100 = 0 then now() end
    from (select "userId", "questionId", row_number() over (partition by "userId") as n
            from "Card" where "userId" >= ${idOf(group, "1")}
             and "userId" <= ${idOf(group, String(group.learners))}
             and "questionId" not like 'gone/%') c
   where n % 20 = 0;`;

/** One card in twenty was moved to another day. */
const movesOf = (group: Group): string => `
  insert into "CardEvent" ("userId", id, "questionId", kind, "dueAt", cause, "actionId", at)
  select c."userId", uuidv7(), c."questionId", 'move', c."dueAt", 'days-off', uuidv7(),
         now() - interval '10 days'
    from (select "userId", "questionId", "dueAt", row_number() over (partition by "userId") as n
            from "Card" where "userId" >= ${idOf(group, "1")}
             and "userId" <= ${idOf(group, String(group.learners))}) c
   where n % 20 = 1;`;
