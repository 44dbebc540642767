/** Texts that break formats, for questions of every kind. */
import fc from "fast-check";

/** Each has a meaning in one of the formats, in Markdown or in a spreadsheet. */
const FRAGMENTS = [
  ...[
    "\n",
    "\r\n",
    "\r",
    "\t",
    "\\",
    "\\n",
    "\\\\",
    "\\u0041",
    "{",
    "}",
    "{}",
    "=",
    "~",
    "#",
    "####",
  ],
  ...[
    "%50%",
    "->",
    "::",
    ":",
    "//",
    "// reconcile: {}",
    "$CATEGORY: x",
    "[html]",
    "\n\n",
    "|",
    ">",
  ],
  ...[
    "<script>alert(1)</script>",
    "<b>",
    "&amp;",
    "&",
    "]]>",
    "<!--",
    "-->",
    "<![CDATA[",
    "</text>",
  ],
  ...[
    '"',
    "'",
    "''",
    '""',
    ",",
    ";",
    "`",
    "```",
    "**",
    "_",
    "- ",
    "? ",
    "---\n",
    "...",
    "!tag",
    "*a",
  ],
  ...[
    "@SUM(1)",
    "+1",
    "-1",
    "'=1",
    "＝1",
    "\u2028",
    "\u0085",
    "\u00a0",
    "\ufeff",
    "\u200b",
    "\u0007",
  ],
  ...[
    "\u007f",
    "\ufffd",
    "🐳",
    "日本語",
    "é",
    "e\u0301",
    "true",
    "null",
    "1.30",
    "0x1F",
    "{.items[*]}",
  ],
  ...[
    "--image=nginx",
    "nginx:1.27",
    "kubectl run web --image=nginx",
    "{{.Name}}",
    "{{range .items}}",
  ],
];

const PLACEHOLDER = /\{\{ ?[a-zA-Z][\w-]*(?:\.[a-zA-Z][\w-]*)? ?\}\}|\[\[[a-zA-Z]/u;

export const nasty = fc
  .array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ unit: "binary", maxLength: 8 })), {
    maxLength: 6,
  })
  .map((parts) => parts.join("").replaceAll("\0", ""))
  .filter((text) => !/\p{Surrogate}/u.test(text) && !PLACEHOLDER.test(text));

/** A text that no other one of its list is like, whatever is in it. */
export const textNo = (number: number) => nasty.map((text) => `${text}x${number}`);

export const text = nasty.map((part) => `${part}x`);

export const list = <T>(item: (number: number) => fc.Arbitrary<T>, fewest: number, most: number) =>
  fc
    .integer({ min: fewest, max: most })
    .chain((length) => fc.tuple(...Array.from({ length }, (_, index) => item(index))));

export const optional = <T extends object>(fields: fc.Arbitrary<T>) =>
  fc.oneof(fc.constant({}), fields);
