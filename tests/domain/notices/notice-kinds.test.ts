import { expect, test } from "vitest";

import { noticeSentence, type NoticeKind } from "@/lib/domain/notices/notice-kinds";

const due = { dueAt: "2026-03-29T21:59:00.000Z", timeZone: "Europe/Berlin" };

test.each<[NoticeKind, object, string]>([
  [
    "assigned",
    { title: "Pods", className: "K8s", ...due },
    "K8s: “Pods” is assigned, due Sun, 29 March 2026 at 23:59 (Europe/Berlin).",
  ],
  [
    "due-soon",
    { title: "Pods", className: "K8s", ...due },
    "K8s: “Pods” is due Sun, 29 March 2026 at 23:59 (Europe/Berlin).",
  ],
  ["released", { title: "Pods", className: "K8s" }, "K8s: the results of “Pods” are released."],
  ["appeal-answered", { title: "Pods", accepted: true }, "Your appeal about “Pods” was accepted."],
  [
    "appeal-answered",
    { title: "Pods", accepted: false, takenBack: true },
    "The acceptance of your appeal about “Pods” was taken back.",
  ],
  [
    "report-closed",
    { questionId: "pods/phase", note: "Mended." },
    "Your report on pods/phase was dealt with: Mended.",
  ],
  ["class-invitation", { className: "K8s", invitedBy: "Ada" }, "Ada invites you to K8s."],
])("a notice of kind %s is one sentence", (kind, facts, sentence) => {
  expect(noticeSentence(kind, facts)).toBe(sentence);
});

test("a notice whose facts are from before still says what it is about", () => {
  expect(noticeSentence("released", { old: 1 })).toBe("Results are released.");
});
