import { beforeEach, expect, test, vi } from "vitest";

import { findVersion, forgetCatalogue, getCatalogue } from "@/lib/server/content/catalogue";
import { importFiles } from "@/lib/server/content/import-content";
import { contentFiles, shortQuestion } from "@/tests/helpers/content-files";

const NOW = new Date("2026-11-21T12:00:00Z");
const load = (...questions: string[]) => importFiles(contentFiles(questions), NOW);

beforeEach(() => {
  forgetCatalogue();
  vi.useRealTimers();
});

test("the catalogue holds the live questions with what they serve", async () => {
  await load(shortQuestion("one", "etcd"), shortQuestion("two", "kubelet"));
  await load(shortQuestion("one", "etcd"));

  const { questions, banks, domainWeights, noteTitles } = await getCatalogue();

  expect([...questions.keys()]).toEqual(["words/one"]);
  expect(questions.get("words/one")).toMatchObject({
    content: { id: "words/one", bank: "words", kind: "short", accepted: ["etcd"] },
    exams: ["cka"],
    domains: ["cka/storage"],
  });
  expect(banks).toEqual([
    { id: "words", title: "words", description: "Questions on words.", position: 1 },
  ]);
  expect(domainWeights.get("cka/storage")).toBe(100);
  expect(noteTitles.get("note-1")).toBe("Lesson");
});

test("a change is noticed within seconds", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  await load(shortQuestion("fresh", "etcd"));
  const before = await getCatalogue();
  await load(shortQuestion("fresh", "kubelet"));

  expect(await getCatalogue()).toBe(before);
  vi.advanceTimersByTime(5_000);

  const after = await getCatalogue();
  expect(after.questions.get("words/fresh")?.content).toMatchObject({ accepted: ["kubelet"] });
});

test("an unchanged catalogue is not read again", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  await load(shortQuestion("same", "etcd"));
  const before = await getCatalogue();

  vi.advanceTimersByTime(5_000);

  expect(await getCatalogue()).toBe(before);
});

test("an old version, and one of a retired question, are still found", async () => {
  await load(shortQuestion("aged", "etcd"));
  await load(shortQuestion("aged", "kubelet"));
  await load(shortQuestion("other", "scheduler"));

  expect(await findVersion("words/aged", 1)).toMatchObject({ accepted: ["etcd"] });
  expect(await findVersion("words/aged", 2)).toMatchObject({ accepted: ["kubelet"] });
});

test("there is no version that was never loaded", async () => {
  await load(shortQuestion("young", "etcd"));

  expect(await findVersion("words/young", 7)).toBeNull();
  expect(await findVersion("words/nothing", 1)).toBeNull();
});
