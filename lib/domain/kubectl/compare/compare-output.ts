/** Compares in which format, and where to, two commands print. */
import type { Finding, Span } from "../model";
import type { Output } from "../plan/plan-model";
import { canonicalFormat, canonicalTemplate } from "./canonical-template";
import type { Weighed } from "./difference";
import { extra, wrong } from "./difference";

/** -o yaml where nothing was asked for shows another thing; -o wide shows a little more. */
export function compareOutput(expected: Output, got: Output, span: Span): Weighed[] {
  const found: Weighed[] = [];
  const a = formatText(expected);
  const b = formatText(got);
  if (a !== b) found.push(formatDifference(expected, got, span));
  if ((expected.file ?? null) !== (got.file ?? null)) {
    found.push(fileDifference(expected, got, span));
  }
  return found;
}

const formatText = ({ format, template }: Output) =>
  format === null ? "" : `${canonicalFormat(format)}=${canonicalTemplate(format, template)}`;

const sayFormat = ({ format, template }: Output) =>
  format === null ? null : `-o ${format}${template === null ? "" : `=${template}`}`;

/** Languages in which the same text can be printed. */
const PROGRAMS = new Set<string | null>(["go-template", "jsonpath"]);

function formatDifference(expected: Output, got: Output, span: Span): Weighed {
  const wanted = sayFormat(expected);
  const typed = sayFormat(got);
  const finding: Finding = {
    code: codeOf(wanted, typed),
    field: "output",
    expected: wanted,
    got: typed,
    span: got.span ?? (typed === null ? null : span),
    message: sayOutput(wanted, typed),
  };
  // What goes to a file stays there, and is as asked or not.
  if (wanted === null && got.format === "wide" && expected.file === null) {
    const message = "-o wide shows more columns than asked; that does no harm.";
    return extra({ ...finding, code: "extra-output", message });
  }
  if (expected.format !== got.format && PROGRAMS.has(expected.format) && PROGRAMS.has(got.format)) {
    return { weight: "cannot-judge", finding: { ...finding, code: "other-template-language" } };
  }
  return wrong(finding);
}

const codeOf = (wanted: string | null, typed: string | null) =>
  wanted === null ? "unasked-output" : typed === null ? "missing-output" : "wrong-output";

function sayOutput(wanted: string | null, typed: string | null): string {
  if (wanted === null) return `The task does not ask for ${typed ?? "this output"}.`;
  if (typed === null) return `The output should be ${wanted}; it is missing.`;
  return `The output should be ${wanted}, not ${typed}.`;
}

function fileDifference(expected: Output, got: Output, span: Span): Weighed {
  const finding = {
    code:
      got.file === null ? "missing-file" : expected.file === null ? "unasked-file" : "wrong-file",
    field: "file",
    expected: expected.file,
    got: got.file,
    span: got.file === null ? null : span,
    message:
      got.file === null
        ? `The output should go to the file ${expected.file ?? ""}.`
        : expected.file === null
          ? `The output goes to the file ${got.file} instead of the screen.`
          : `The file should be ${expected.file}, not ${got.file}.`,
  };
  return expected.file === null ? extra(finding) : wrong(finding);
}
