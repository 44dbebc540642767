import { expect, test } from "vitest";

import { JOIN_CODE_ALPHABET, JoinCodeSchema, showJoinCode } from "@/lib/domain/classes/join-code";

test.each(["CDFG4679", "cdfg-4679", " CDFG 4679 ", "cdfg–4679"])(
  "%j is the code CDFG4679",
  (typed) => {
    expect(JoinCodeSchema.parse(typed)).toBe("CDFG4679");
  },
);

test.each(["", "CDFG467", "CDFG46790", "CDFG467O", "CDFG467A", "' or 1=1"])(
  "%j is no code",
  (typed) => {
    expect(JoinCodeSchema.safeParse(typed).success).toBe(false);
  },
);

test("a code is shown in two groups", () => {
  expect(showJoinCode("CDFG4679")).toBe("CDFG-4679");
});

test.each(Array.from("AEIOU01L5S8B2ZV"))("no code has the character %s", (character) => {
  expect(JOIN_CODE_ALPHABET).not.toContain(character);
});
