import { expect, test } from "vitest";

import { checkQuestion } from "@/lib/domain/questions/check-question";
import { aQuestion } from "@/tests/helpers/questions";

const found = (fields: object): string =>
  checkQuestion(aQuestion("kubectl", fields))
    .map(({ severity, path, message }) => `${severity} ${path.join(".")}: ${message}`)
    .join("\n");

const accept = ["kubectl get pods -n {{ns}}"];
const parameters = { ns: ["shop", "lab", "stage"] };
const wrongType = { answer: "kubectl get nodes", finding: "wrong-type" };
const wrongCommand = { answer: "kubectl describe pods -n {{ns}}", finding: "wrong-command" };
const wrongNamespace = { answer: "kubectl get pods", finding: "wrong-namespace" };

test("a task with three near misses of several kinds has no problems", () => {
  const nearMisses = [wrongType, wrongCommand, wrongNamespace];
  expect(found({ accept, parameters, nearMisses })).toBe("");
});

test.each([
  [
    "only two near misses",
    { accept, parameters, nearMisses: [wrongType, wrongCommand] },
    /^flaw nearMisses: Give at least 3 near misses$/,
  ],
  [
    "near misses that are one mistake three times over",
    {
      accept,
      parameters,
      nearMisses: ["nodes", "namespaces", "persistentvolumes"].map((type) => ({
        answer: `kubectl get ${type}`,
        finding: "wrong-type",
      })),
    },
    /^warning nearMisses: All near misses bring the same finding$/,
  ],
  [
    "a parameter with two values",
    {
      accept,
      parameters: { ns: ["shop", "lab"] },
      nearMisses: [wrongType, wrongCommand, wrongNamespace],
    },
    /^warning parameters.ns: Give ns at least 3 values/,
  ],
  [
    "a near miss that is right",
    {
      accept,
      parameters,
      nearMisses: [
        wrongType,
        wrongCommand,
        { answer: "kubectl get po -n {{ns}}", finding: "wrong-type" },
      ],
    },
    /^flaw nearMisses.2: The near miss `kubectl get po -n shop` should be wrong/,
  ],
  [
    "a near miss that is right in one variant only",
    {
      accept,
      parameters,
      nearMisses: [
        wrongType,
        wrongCommand,
        { answer: "kubectl get pods -n stage", finding: "wrong-namespace" },
      ],
    },
    /^flaw nearMisses.2: .* but is right \(with \{"ns":"stage"\}\)$/,
  ],
  [
    "an accepted answer that does not do what the first does",
    {
      accept: [...accept, "kubectl get poods -n {{ns}}"],
      parameters,
      nearMisses: [wrongType, wrongCommand, wrongNamespace],
    },
    /^error accept.1: The accepted answer `kubectl get poods -n shop` is judged wrong/,
  ],
])("the check finds %s", (_name, fields, message) => {
  expect(found(fields)).toMatch(message);
});
