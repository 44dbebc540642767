/** From the cells of a row to the fields of a question. */
import {
  bodyOf,
  lines,
  placesIn,
  text,
  unusedCells,
  type Report,
} from "@/lib/domain/formats/csv/body-cells";
import { SINGLE_COLUMNS, type Row, type SingleColumn } from "@/lib/domain/formats/csv/columns";
import { found, type Found } from "@/lib/domain/formats/file-problem";
import { isNestedTooDeep } from "@/lib/domain/formats/nesting";
import { placesOf } from "@/lib/domain/formats/plain/from-plain";
import type { Placed } from "@/lib/domain/formats/plain/plain-question";
import type { Fields } from "@/lib/domain/formats/question-fields";
import type { Defaults, ReadQuestion } from "@/lib/domain/formats/read-file";
import { slugOf } from "@/lib/domain/authoring/slug-of";
import { readYaml } from "@/lib/domain/formats/yaml/read-yaml";

type Context = { question: number; at: number; defaults: Defaults };

export function rowFields(row: Row, context: Context): { question: ReadQuestion; found: Found[] } {
  const problems: Found[] = [];
  const report = (cell: Placed, message: string, code: Found["code"] = "bad-cell"): void => {
    problems.push(found(code, cell.at, message, { question: context.question }));
  };
  const more = moreOf(row, report);
  const kind = text(row, "kind") ?? textOf(more["kind"]) ?? guessKind(row);
  const body = bodyOf(kind, row, report);
  const fields: Fields = { ...more, ...commonOf(row, more, context.defaults), kind, ...body };
  refuseTwice(row, more, body, report);
  problems.push(...unusedCells(kind, row, context.question));
  fillIn(fields, row, context, problems);
  return {
    question: {
      fields,
      name: String(fields["id"]),
      placeOf: placesOf(context.at, placesIn(row, kind)),
    },
    found: problems,
  };
}

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" ? value : undefined;

function moreOf(row: Row, report: Report): Fields {
  const cell = row.get("more");
  if (!cell) return {};
  const data = parsed(cell.text);
  if (isRecord(data)) return data;
  report(cell, '`more` holds further fields as JSON or YAML, such as {"unit": "seconds"}');
  return {};
}

/** As it was written, JSON; as people write it, YAML. */
function parsed(cell: string): unknown {
  try {
    const data: unknown = JSON.parse(cell);
    return isNestedTooDeep(data) ? null : data;
  } catch {
    return readYaml(cell).data;
  }
}

/** A field stands in its columns or in `more`: two that say different things cannot both count. */
function refuseTwice(row: Row, more: Fields, body: Fields, report: Report): void {
  const cell = row.get("more");
  if (!cell) return;
  const sources = more["sources"];
  const inColumns: Record<string, boolean> = {
    ...Object.fromEntries(SINGLE_COLUMNS.map((column) => [column, row.has(column)])),
    ...Object.fromEntries(Object.keys(body).map((field) => [field, true])),
    sources: row.has("docs") && isRecord(sources) && "docs" in sources,
    kubernetes: row.has("since") || row.has("until"),
  };
  for (const field of Object.keys(more)) {
    if (Object.hasOwn(inColumns, field) && inColumns[field] === true) {
      report(cell, `\`${field}\` stands in its column and in \`more\`: leave one of them out`);
    }
  }
}

const isRecord = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const guessKind = (row: Row): string =>
  row.has("option 1") ? (row.has("match 1") ? "match" : "single") : "short";

function commonOf(row: Row, more: Fields, defaults: Defaults): Fields {
  const given = (column: SingleColumn): Fields => {
    const cell = text(row, column);
    return cell === undefined ? {} : { [column]: cell };
  };
  const listed = (column: SingleColumn, otherwise: string): string[] =>
    lines(text(row, column) ?? otherwise);
  const id = text(row, "id") ?? more["id"] ?? slugOf(text(row, "prompt") ?? "");
  return {
    id,
    concept: text(row, "concept") ?? more["concept"] ?? id,
    difficulty: text(row, "difficulty")?.toLowerCase() ?? more["difficulty"] ?? defaults.difficulty,
    ...given("prompt"),
    ...given("hint"),
    ...given("explanation"),
    ...sourcesOf(more, listed("docs", defaults.docs)),
    competencies: more["competencies"] ?? listed("competencies", defaults.competency),
    ...(row.has("tags") ? { tags: listed("tags", "") } : {}),
    ...releasesOf(row),
  };
}

function sourcesOf(more: Fields, docs: readonly string[]): Fields {
  const sources = more["sources"] as Fields | undefined;
  return { sources: { ...sources, docs: sources?.["docs"] ?? docs } };
}

function releasesOf(row: Row): Fields {
  const release = (column: "since" | "until"): Fields => {
    const cell = text(row, column);
    return cell === undefined ? {} : { [column]: cell.replace(/^v/iu, "") };
  };
  const releases = { ...release("since"), ...release("until") };
  return Object.keys(releases).length > 0 ? { kubernetes: releases } : {};
}

/** What a plain table does not say, filled in and told. */
function fillIn(fields: Fields, row: Row, { question, at }: Context, problems: Found[]): void {
  const choices = (fields["options"] ?? fields["reasons"]) as Fields[] | undefined;
  const silent =
    Array.isArray(choices) && row.has("option 1")
      ? choices.filter((choice) => !("why" in choice))
      : [];
  for (const choice of silent) {
    choice["why"] = choice["correct"] === true ? "This is right." : "This is not right.";
  }
  const severity = "warning" as const;
  if (silent.length > 0) {
    const message = `${silent.length} of ${choices?.length ?? 0} options do not say why they are right or wrong`;
    const advice =
      "Fill in the columns why 1, why 2 and so on; learners read them after answering.";
    problems.push(found("no-feedback", at, message, { question, severity, advice }));
  }
  if (Array.isArray(fields["competencies"]) && fields["competencies"].length === 0) {
    problems.push(found("no-competency", at, "No competency is chosen", { question }));
  }
}
