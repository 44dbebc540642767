"use server";

import { z } from "zod";

import { SignUpSchema } from "@/lib/domain/access/account-input";
import { isTimeZone } from "@/lib/domain/study/study-settings";
import { action, publicAction } from "@/lib/server/action";
import { adoptTimeZone } from "@/lib/server/services/adopt-time-zone";
import { signUp } from "@/lib/server/services/sign-up";

export const signUpAction = publicAction(SignUpSchema, async (actor, input, { now, address }) => {
  await signUp(actor, { ...input, address }, now);
});

const TimeZoneForm = z.strictObject({ timeZone: z.string().max(64).refine(isTimeZone) });

export const adoptTimeZoneAction = action(TimeZoneForm, (actor, input, { now }) =>
  adoptTimeZone(actor, input, now),
);
