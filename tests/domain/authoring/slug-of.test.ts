import { expect, test } from "vitest";

import { slugOf } from "@/lib/domain/authoring/slug-of";
import { SlugSchema } from "@/lib/domain/questions/content";

test.each([
  ["Crashloop phase", "crashloop-phase"],
  ["Café: a Pod’s phases", "cafe-a-pod-s-phases"],
  ["  --  etcd & co. ", "etcd-co"],
  ["演習", ""],
  ["word ".repeat(20), "word-word-word-word-word-word-word-word-word-wor"],
  [`${"a".repeat(47)} b`, "a".repeat(47)],
])("%o becomes %o", (text, slug) => {
  expect(slugOf(text)).toBe(slug);
  expect(slug === "" || SlugSchema.safeParse(slug).success).toBe(true);
});
