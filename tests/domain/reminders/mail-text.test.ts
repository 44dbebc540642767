import { expect, test } from "vitest";

import { oneLine, toHtml, toPlainText, type MailWords } from "@/lib/domain/reminders/mail-text";

const MAIL: MailWords = {
  subject: "2 reviews, about 1 min",
  paragraphs: ["2 reviews are due today."],
  items: ["Pods (K8s 101)"],
  action: { label: "Study now", url: "https://study.example/study?a=1&b=2" },
  footer: {
    text: "You switched it on.",
    stop: { label: "Stop it", url: "https://study.example/unsubscribe/x" },
  },
};

test("plain text has each part, the links written out", () => {
  expect(toPlainText(MAIL)).toBe(
    [
      "2 reviews are due today.",
      "- Pods (K8s 101)",
      "Study now: https://study.example/study?a=1&b=2",
      "-- \nYou switched it on.\nStop it: https://study.example/unsubscribe/x",
    ].join("\n\n"),
  );
});

test("lines of plain text are at most 72 characters long", () => {
  const text = toPlainText({ ...MAIL, paragraphs: ["recall ".repeat(40)] });
  expect(Math.max(...text.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(72);
});

test("HTML links to where plain text does", () => {
  expect(toHtml(MAIL)).toContain('<a href="https://study.example/study?a=1&amp;b=2">Study now</a>');
});

test("what somebody typed is text in HTML too", () => {
  const html = toHtml({ ...MAIL, items: [`<img src=x onerror="alert('1')"> & more`] });
  expect(html).toContain(
    "<li>&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; more</li>",
  );
});

test.each(["a\r\nBcc: b@example.org", "a\u2028Bcc: b@example.org", "a\u0000Bcc: b@example.org"])(
  "%j becomes one line",
  (text) => {
    expect(oneLine(text)).toBe("a Bcc: b@example.org");
  },
);
