"use client";

import { createContext, useContext, type ReactNode } from "react";

/** How an answer is spoken of, to whoever gave it or to others. */
type AnswerWords = {
  title: string;
  tag: string;
  pick: string;
  said: string;
  hadItAt: string;
};

const OWN: AnswerWords = {
  title: "Your answer",
  tag: "your answer",
  pick: "your pick",
  said: "you said",
  hadItAt: "you had it at",
};

const OF_ANOTHER: AnswerWords = {
  title: "Their answer",
  tag: "their answer",
  pick: "their pick",
  said: "they said",
  hadItAt: "they had it at",
};

const AnswerWordsContext = createContext(OWN);

export const useAnswerWords = (): AnswerWords => useContext(AnswerWordsContext);

/** Around answers that the reader has not given. */
export const AnswersOfAnother = ({ children }: { children: ReactNode }) => (
  <AnswerWordsContext value={OF_ANOTHER}>{children}</AnswerWordsContext>
);
