import { afterEach, expect, test, vi } from "vitest";

import { forgetCatalogue } from "@/lib/server/content/catalogue";
import { closeDatabase } from "@/lib/server/db/client";
import { aGuest } from "@/tests/helpers/people";
import { studyAs } from "@/tests/helpers/study-api";
import { aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";

const HOME = process.env["DATABASE_URL"] ?? "";

async function moveTo(url: string): Promise<void> {
  await closeDatabase();
  process.env["DATABASE_URL"] = url;
}

afterEach(() => moveTo(HOME));

test.each([
  ["with the questions at hand", false],
  ["with nothing at hand", true],
])(
  "a queue is 503 while the database is away, and 200 when it is back: %s",
  async (_name, forget) => {
    vi.spyOn(process.stderr, "write").mockReturnValue(true);
    await loadQuestions([aShortQuestion("pods/phase")]);
    const api = await studyAs(await aGuest());
    await api.queue();

    // Nothing listens on port 1.
    await moveTo("postgresql://nobody@127.0.0.1:1/none");
    if (forget) forgetCatalogue();
    const away = await api.queue();
    await moveTo(HOME);
    const back = await api.queue();
    vi.restoreAllMocks();

    expect([away.status, away.error?.code, back.status]).toEqual([503, "unavailable", 200]);
  },
);
