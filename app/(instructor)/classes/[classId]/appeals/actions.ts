"use server";

import { revalidatePath } from "next/cache";

import {
  AcceptIntoKeySchema,
  AcceptWithPointsSchema,
  AppealRefSchema,
  PreviewAcceptanceSchema,
  RefuseAppealSchema,
  TakeBackSchema,
} from "@/lib/domain/quizzes/appeal-input";
import { action } from "@/lib/server/action";
import {
  acceptIntoKey,
  acceptWithPoints,
  previewAcceptance,
  refuseAppeal,
} from "@/lib/server/services/answer-appeal";
import { previewTakingBack, takeBackAcceptance } from "@/lib/server/services/take-back-acceptance";

// The page is not made anew: whoever answers goes on where they are.

export const refuseAppealAction = action(RefuseAppealSchema, (actor, input, { now }) =>
  refuseAppeal(actor, input, now),
);

export const acceptWithPointsAction = action(AcceptWithPointsSchema, (actor, input, { now }) =>
  acceptWithPoints(actor, input, now),
);

export const previewAcceptanceAction = action(PreviewAcceptanceSchema, (actor, input) =>
  previewAcceptance(actor, input),
);

export const acceptIntoKeyAction = action(AcceptIntoKeySchema, (actor, input, { now }) =>
  acceptIntoKey(actor, input, now),
);

export const previewTakingBackAction = action(AppealRefSchema, (actor, ref) =>
  previewTakingBack(actor, ref),
);

export const takeBackAcceptanceAction = action(TakeBackSchema, async (actor, input, { now }) => {
  const taken = await takeBackAcceptance(actor, input, now);
  revalidatePath(`/classes/${input.classId}/appeals`);
  return taken;
});
