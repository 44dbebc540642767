import { Refused } from "@/components/study/api-client";

/** Why a call of the API came to nothing, for the learner. */
export const wordsFor = (error: unknown): string =>
  error instanceof Refused
    ? error.message
    : "There is no connection to the server. Check your network and try again.";
