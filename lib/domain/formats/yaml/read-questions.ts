/** Our own format: the files of content/questions, or a bare list of questions. */
import { found } from "@/lib/domain/formats/file-problem";
import type { Reader } from "@/lib/domain/formats/read-file";
import { readYaml } from "@/lib/domain/formats/yaml/read-yaml";

export const readYamlQuestions: Reader = (text) => {
  const { data, found: problems, placeOf } = readYaml(text);
  if (problems.length > 0) return { questions: [], found: problems };
  const bare = Array.isArray(data);
  const list: unknown = bare ? data : fieldsOf(data)["questions"];
  if (!Array.isArray(list)) {
    const message = "The file must hold one field, `questions`, with a list of questions";
    return { questions: [], found: [found("no-questions", 0, message)] };
  }
  const root = bare ? [] : ["questions"];
  const strange = bare ? [] : Object.keys(fieldsOf(data)).filter((key) => key !== "questions");
  return {
    questions: list.map((fields: unknown, index) => ({
      fields,
      name: nameOf(fields, index),
      placeOf: (path) => placeOf([...root, index, ...path]),
    })),
    found: strange.map((key) =>
      found("field", placeOf([key]), `The file holds \`questions\`, but no field \`${key}\``),
    ),
  };
};

const fieldsOf = (data: unknown): Record<string, unknown> =>
  typeof data === "object" && data !== null ? (data as Record<string, unknown>) : {};

function nameOf(fields: unknown, index: number): string {
  const id = fieldsOf(fields)["id"];
  return typeof id === "string" ? id : `Question ${index + 1}`;
}
