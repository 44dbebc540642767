/** What somebody may no longer do is denied at their next request, whatever page or cookie they still have. */
import { test as base, expect, type APIRequestContext } from "@playwright/test";

import { askAt, pageOutcome } from "./support/access-requests";
import { aClassOf, aPerson, signIn, sql } from "./support/people";

type World = { personId: string; classId: string };

const test = base.extend<{ world: World }>({
  world: async ({ request }, use) => {
    const person = await aPerson({ name: "Ina", role: "instructor" });
    await signIn(request, person);
    await use({ personId: person.id, classId: await aClassOf(person) });
  },
});

/** A page, its RSC payload and an operation of the API, as one looks after the other. */
async function ask(request: APIRequestContext, path: string): Promise<string[]> {
  const page = await pageOutcome(await request.get(path, { maxRedirects: 0 }));
  const asRsc = { name: "as RSC", path: "?_rsc=1", headers: { RSC: "1" } };
  const rsc = await pageOutcome(await askAt(request, path, asRsc));
  const api = await request.get("/api/v1/quizzes/questions");
  return [page, rsc, String(api.status())];
}

const CHANGES = [
  {
    name: "a demotion",
    path: () => "/quizzes",
    change: async ({ personId }: World) => {
      await sql(`update "User" set role = 'learner' where id = $1`, [personId]);
    },
    after: ["not-found", "not-found", "404"],
  },
  {
    name: "a password change",
    path: () => "/quizzes",
    change: async ({ personId }: World) => {
      await sql(`update "User" set "sessionVersion" = "sessionVersion" + 1 where id = $1`, [
        personId,
      ]);
    },
    after: ["sign-in", "sign-in", "401"],
  },
  {
    name: "disabling the account",
    path: () => "/quizzes",
    change: async ({ personId }: World) => {
      await sql(`update "User" set "disabledAt" = now() where id = $1`, [personId]);
    },
    after: ["sign-in", "sign-in", "401"],
  },
  {
    name: "being removed from a class",
    path: ({ classId }: World) => `/classes/${classId}`,
    change: async ({ personId, classId }: World) => {
      const colleague = await aPerson({ name: "Cleo", role: "instructor" });
      await sql(
        `insert into "Member" ("userId", "classId", role, "joinedAt") values ($1, $2, 'instructor', now())`,
        [colleague.id, classId],
      );
      await sql(`update "Member" set "removedAt" = now() where "userId" = $1 and "classId" = $2`, [
        personId,
        classId,
      ]);
    },
    after: ["not-found", "not-found", "200"],
  },
];

for (const { name, path, change, after } of CHANGES) {
  test(`${name} denies the next request`, async ({ request, world }) => {
    expect(await ask(request, path(world))).toEqual(["page", "page", "200"]);
    await change(world);
    expect(await ask(request, path(world))).toEqual(after);
  });
}
