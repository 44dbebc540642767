import { expect, test } from "vitest";

import { plainText } from "@/components/ui/markdown";

test.each([
  ["called from the internet *and* by other Pods", "called from the internet and by other Pods"],
  ["`kubectl get` is **never** wrong", "kubectl get is never wrong"],
  ["*Only* one (*this*), *two words*.", "Only one (this), two words."],
  ["2 * 3 * 4", "2 * 3 * 4"],
  ["*.example.com and *.example.org", "*.example.com and *.example.org"],
  ["cron at */5 * * * *", "cron at */5 * * * *"],
])("%s is shown without markup as %s", (markdown, text) => {
  expect(plainText(markdown)).toBe(text);
});
