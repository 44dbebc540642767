/** What a server has acknowledged outlives it, however it ends. */
import type { APIRequestContext, APIResponse } from "@playwright/test";
import { v7 as uuidV7 } from "uuid";

import type { SavedAnswer } from "@/lib/domain/quizzes/attempt-contract";
import { findFreePort } from "@/scripts/free-port.mjs";
import { startWebServer } from "@/scripts/web-server.mjs";

import { expect, test } from "./support/journey";
import { plantQuiz } from "./support/planted-quiz";
import { SHORT, storedAnswers } from "./support/quiz-steps";

const KILLS = 5;
const LONGEST_LIFE_MS = 500;
const RETRY_MS = 100;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Another instance of the application on the same database, which may be killed. */
async function openInstance() {
  const port = (await findFreePort()) as number;
  const baseURL = `http://localhost:${port}`;
  const start = () =>
    startWebServer({
      mode: "start",
      host: "127.0.0.1",
      port,
      isQuiet: true,
      env: { NEXTAUTH_URL: baseURL, WORKER: "separate" },
    });
  let server = await start();
  return {
    baseURL,
    stop: () => server.stop(),
    kill: async () => {
      await server.kill();
      server = await start();
    },
  };
}

/** Sent as a browser does: again until there is an answer. */
async function sendUntilAnswered(
  request: APIRequestContext,
  method: "POST" | "PATCH",
  path: string,
  data: object,
): Promise<APIResponse> {
  for (;;) {
    const response = await request.fetch(path, { method, data }).catch(() => null);
    if (response && response.status() < 500) return response;
    await pause(RETRY_MS);
  }
}

test("no acknowledged answer is lost when the server is killed", async ({
  playwright,
  context,
  guest,
}) => {
  test.slow();
  const { assignmentId } = await plantQuiz(guest.userId, [SHORT]);
  const instance = await openInstance();
  const storageState = await context.storageState();
  const request = await playwright.request.newContext({ baseURL: instance.baseURL, storageState });
  try {
    const id = uuidV7();
    const started = await sendUntilAnswered(request, "POST", "/api/v1/attempts", {
      id,
      assignmentId,
    });
    expect(started.status()).toBe(200);

    let kills = 0;
    const killing = (async () => {
      for (; kills < KILLS; kills++) {
        await pause(Math.random() * LONGEST_LIFE_MS);
        await instance.kill();
      }
    })();
    let saves = 0;
    while (kills < KILLS) {
      const answer = { kind: "short", text: `kubelet ${saves}` };
      const data = { revision: saves, answer, flagged: false };
      const path = `/api/v1/attempts/${id}/answers/0`;
      const saved = await sendUntilAnswered(request, "PATCH", path, data);
      // One that was acknowledged and is gone would make this save a stale one.
      expect(saved.status()).toBe(200);
      saves += 1;
      expect(((await saved.json()) as SavedAnswer).revision).toBe(saves);
    }
    await killing;
    expect(saves).toBeGreaterThan(KILLS);
    expect(await storedAnswers(id)).toEqual([`kubelet ${saves - 1}`]);
  } finally {
    await request.dispose();
    await instance.stop();
  }
});
