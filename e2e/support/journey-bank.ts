import { parseQuestion } from "@/lib/domain/questions/parse-question";

import type { PlantedBank } from "./planted-bank";

/** One question of each kind whose answers the journeys know. */
export const JOURNEY = "journey";

const choices = (right: string, ...wrong: string[]) => [
  { text: right, correct: true, why: "So it is." },
  ...wrong.map((text) => ({ text, why: "It is not." })),
];

const QUESTIONS = [
  {
    kind: "single",
    prompt: "Journey: which component stores the state of the cluster?",
    options: choices("etcd stores it", "kubelet stores it", "kube-proxy stores it"),
  },
  {
    kind: "multiple",
    prompt: "Journey: which of these run on every node?",
    options: [
      { text: "kubelet runs there", correct: true, why: "It starts the Pods." },
      { text: "a container runtime runs there", correct: true, why: "It runs containers." },
      { text: "kube-scheduler runs there", why: "It is part of the control plane." },
    ],
  },
  {
    kind: "true-false",
    prompt: "Journey: a Pod may span two nodes.",
    answer: false,
    reasons: choices("A Pod is bound to one node", "Pods have no nodes", "Nodes share Pods"),
  },
  {
    kind: "match",
    prompt: "Journey: match each object with what it keeps.",
    pairs: [
      { left: "ConfigMap", right: "plain settings", why: "Not secret." },
      { left: "Secret", right: "passwords", why: "Access is guarded." },
    ],
    distractors: [{ text: "running containers", why: "Those belong to Pods." }],
  },
  {
    kind: "order",
    prompt: "Journey: put these in the order in which they happen.",
    items: ["First: it is admitted", "Second: it is scheduled", "Third: it runs"].map((text) => ({
      text,
    })),
  },
  {
    kind: "short",
    prompt: "Journey: which word names the agent on each node?",
    accepted: ["kubelet"],
  },
  {
    kind: "number",
    prompt: "Journey: on which port does the API server listen by default?",
    answer: { value: 6443 },
  },
  {
    kind: "blanks",
    prompt: "Journey: complete the manifest.",
    language: "yaml",
    text: "apiVersion: v1\nkind: [[kind]]\n",
    blanks: { kind: { accepted: ["Pod"], why: "It holds containers." } },
  },
  {
    kind: "kubectl",
    prompt: "Journey: scale the Deployment web to 4 replicas.",
    accept: ["kubectl scale deployment web --replicas=4"],
    nearMisses: [],
  },
  {
    kind: "open",
    prompt: "Journey: say in your own words what a controller does.",
    modelAnswer: "It brings the actual state towards the desired state.",
    marks: [
      { text: "It compares actual and desired state", keywords: ["desired"] },
      { text: "It acts on the difference" },
    ],
  },
];

export const journeyBank = (): PlantedBank => ({
  id: JOURNEY,
  title: "Journey",
  questions: QUESTIONS.map((fields) => {
    const question = parseQuestion(
      {
        id: `of-kind-${fields.kind}`,
        concept: `journey-${fields.kind}`,
        explanation: "This is explained here.",
        hint: "A hint for the journey.",
        sources: { docs: ["https://kubernetes.io/docs/concepts/"] },
        competencies: ["cka/storage/volume-types"],
        difficulty: "easy",
        ...fields,
      },
      JOURNEY,
    );
    if (!question.ok) throw new Error(JSON.stringify(question.error));
    return question.value;
  }),
});
