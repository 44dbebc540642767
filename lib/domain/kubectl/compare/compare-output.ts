/** Compares in which format, and where to, two commands print. */
import type { Output } from "../plan/plan-model";
import { canonicalTemplate } from "./canonical-template";
import type { Weighed } from "./difference";
import { extra, wrong } from "./difference";

/** -o yaml where nothing was asked for shows another thing; -o wide shows a little more. */
export function compareOutput(
  expected: Output,
  got: Output,
  span: { start: number; end: number },
): Weighed[] {
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
  format === null
    ? ""
    : `${/^wide$/i.test(format) ? format : format.toLowerCase()}=${canonicalTemplate(format, template)}`;

function formatDifference(
  expected: Output,
  got: Output,
  span: { start: number; end: number },
): Weighed {
  const say = ({ format, template }: Output) =>
    format === null ? null : `-o ${format}${template === null ? "" : `=${template}`}`;
  const a = say(expected);
  const b = say(got);
  const finding = {
    code: a === null ? "unasked-output" : b === null ? "missing-output" : "wrong-output",
    field: "output",
    expected: a,
    got: b,
    span: got.span ?? (b === null ? null : span),
    message:
      a === null
        ? `The task does not ask for ${b ?? ""}.`
        : b === null
          ? `The output should be ${a}; it is missing.`
          : `The output should be ${a}, not ${b}.`,
  };
  if (a === null && got.format === "wide") {
    return extra({
      ...finding,
      code: "extra-output",
      message: "-o wide shows more columns than asked; that does no harm.",
    });
  }
  const programs = new Set(["go-template", "jsonpath"]);
  if (
    expected.format !== got.format &&
    programs.has(expected.format ?? "") &&
    programs.has(got.format ?? "")
  ) {
    return { weight: "cannot-judge", finding: { ...finding, code: "other-template-language" } };
  }
  return wrong(finding);
}

function fileDifference(
  expected: Output,
  got: Output,
  span: { start: number; end: number },
): Weighed {
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
