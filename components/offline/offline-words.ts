import type { KeptAnswer } from "@/components/offline/kept-answers";

type Settled = Pick<KeptAnswer, "status" | "outcome">;

const answers = (count: number): string => `${count} ${count === 1 ? "answer" : "answers"}`;

export const waitingWords = (waiting: number): string =>
  waiting === 1
    ? "1 answer is kept on this device."
    : `${waiting} answers are kept on this device.`;

/** "4 answers from before were graded: 3 right. 1 was not taken." */
export function gradedWords(settled: readonly Settled[]): string {
  const refused = settled.filter(({ status }) => status === "refused").length;
  const graded = settled.length - refused;
  const right = settled.filter(
    ({ outcome }) => outcome === "right" || outcome === "right-with-extras",
  ).length;
  const was = (count: number) => (count === 1 ? "was" : "were");
  const parts = [
    ...(graded === 0
      ? []
      : [`${answers(graded)} from before ${was(graded)} sent and graded: ${right} right.`]),
    ...(refused === 0 ? [] : [`${answers(refused)} ${was(refused)} not taken.`]),
  ];
  return parts.join(" ");
}
