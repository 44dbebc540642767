import { expect, test } from "vitest";

import { decodeFile, MOST_FILE_BYTES } from "@/lib/domain/formats/decode-file";

const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];
const utf16 = (text: string, order: (low: number, high: number) => number[]): number[] =>
  Array.from(text).flatMap((sign) => order(sign.charCodeAt(0) & 0xff, sign.charCodeAt(0) >> 8));

test.each([
  { name: "plain UTF-8", bytes: utf8("é\r\nb\rc"), encoding: "UTF-8" },
  {
    name: "a byte order mark",
    bytes: [0xef, 0xbb, 0xbf, ...utf8("é\nb\nc")],
    encoding: "UTF-8 with a byte order mark",
  },
  {
    name: "UTF-16 of Windows",
    bytes: [0xff, 0xfe, ...utf16("é\nb\nc", (low, high) => [low, high])],
    encoding: "UTF-16",
  },
  {
    name: "UTF-16 of others",
    bytes: [0xfe, 0xff, ...utf16("é\nb\nc", (low, high) => [high, low])],
    encoding: "UTF-16",
  },
])("$name is read with one kind of line break", ({ bytes, encoding }) => {
  expect(decodeFile(Uint8Array.from(bytes))).toEqual({
    ok: true,
    value: { text: "é\nb\nc", encoding },
  });
});

test.each([
  {
    name: "Latin-1",
    bytes: [0x61, 0x0a, 0x62, 0xe9, 0x63],
    code: "not-utf-8",
    line: 2,
    column: 2,
    says: /E9 .*“é”/,
  },
  {
    name: "an overlong form",
    bytes: [0xc0, 0x80],
    code: "not-utf-8",
    line: 1,
    column: 1,
    says: /C0/,
  },
  {
    name: "half a surrogate pair",
    bytes: [0xed, 0xa0, 0x80],
    code: "not-utf-8",
    line: 1,
    column: 1,
    says: /ED/,
  },
  {
    name: "broken UTF-16",
    bytes: [0xff, 0xfe, 0x00, 0xd8, 0x61, 0x00],
    code: "not-utf-8",
    line: 1,
    column: 1,
    says: /UTF-16/,
  },
  {
    name: "a zip archive",
    bytes: [0x50, 0x4b, 3, 4],
    code: "not-text",
    line: 1,
    column: 1,
    says: /zip/,
  },
  {
    name: "a gzip archive",
    bytes: [0x1f, 0x8b, 8],
    code: "not-text",
    line: 1,
    column: 1,
    says: /gzip/,
  },
  { name: "a PDF", bytes: utf8("%PDF-1.7"), code: "not-text", line: 1, column: 1, says: /PDF/ },
])("$name is refused with its place", ({ bytes, code, line, column, says }) => {
  const decoded = decodeFile(Uint8Array.from(bytes));
  expect(decoded).toMatchObject({ ok: false, error: { code, line, column } });
  expect(decoded.ok ? "" : decoded.error.message).toMatch(says);
});

test("more than 2 MB are refused", () => {
  const decoded = decodeFile(new Uint8Array(MOST_FILE_BYTES + 1));
  expect(decoded).toMatchObject({ ok: false, error: { code: "too-large" } });
});
