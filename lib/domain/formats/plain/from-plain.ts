/**
 * From a question of another program to the fields of ours. What such a question does not
 * say is filled in where that does no harm, and each time it is said what was filled in.
 */
import { found, type Found } from "@/lib/domain/formats/file-problem";
import { fieldsOfBody } from "@/lib/domain/formats/plain/body-fields";
import type { PlainQuestion } from "@/lib/domain/formats/plain/plain-question";
import type { Fields } from "@/lib/domain/formats/question-fields";
import type { Defaults, Path, ReadQuestion } from "@/lib/domain/formats/read-file";
import { slugOf } from "@/lib/domain/authoring/slug-of";

export type FromPlain = { read: ReadQuestion; found: Found[] };

/** `question` is its place among the file's questions. */
export function fromPlain(plain: PlainQuestion, question: number, defaults: Defaults): FromPlain {
  const body = fieldsOfBody(plain, question);
  const id = idOf(plain, question);
  const competencies = tagsCalled(plain, "competency", [defaults.competency]);
  const problems = [...body.found];
  if (competencies.length === 0) {
    problems.push(found("no-competency", plain.at, "No competency is chosen", { question }));
  }
  const lesson = [plain.feedback.text, body.lesson].filter((part) => part !== "").join("\n\n");
  if (lesson === "" && body.explanation !== "") {
    const message = "There is no general feedback; learners are told the right answer instead";
    problems.push(found("no-explanation", plain.at, message, { question, severity: "warning" }));
  }
  const tags = ownTags(plain);
  const [difficulty] = tagsCalled(plain, "difficulty", [defaults.difficulty]);
  const fields: Fields = {
    id,
    concept: tagsCalled(plain, "concept", [id])[0],
    prompt: plain.prompt.text,
    ...(plain.hint.text === "" ? {} : { hint: plain.hint.text }),
    ...body.fields,
    explanation: lesson || body.explanation,
    sources: { docs: tagsCalled(plain, "docs", [defaults.docs]) },
    competencies,
    ...(tags.length > 0 ? { tags } : {}),
    difficulty,
  };
  const places: [string, number][] = [
    ["prompt", plain.prompt.at],
    ["hint", plain.hint.at],
    ["explanation", plain.feedback.at || plain.at],
    ...body.places,
  ];
  return {
    read: { fields, name: plain.title || id, placeOf: placesOf(plain.at, places) },
    found: problems,
  };
}

function idOf({ idNumber, title, prompt }: PlainQuestion, question: number): string {
  return slugOf(idNumber) || slugOf(title) || slugOf(prompt.text) || `question-${question + 1}`;
}

/** Tags that name nothing of ours, as we write tags. */
const ownTags = ({ tags }: PlainQuestion): string[] => [
  ...new Set(
    tags
      .filter((tag) => !/^(?:concept|difficulty|competency|docs):/u.test(tag))
      .map(slugOf)
      .filter((tag) => tag !== ""),
  ),
];

/** What stands after `name:` in the tags; `otherwise` without its empty texts if there is none. */
function tagsCalled({ tags }: PlainQuestion, name: string, otherwise: string[]): string[] {
  const values = tags
    .filter((tag) => tag.startsWith(`${name}:`))
    .map((tag) => tag.slice(name.length + 1).trim());
  return (values.length > 0 ? values : otherwise).filter((value) => value !== "");
}

/** Paths are joined by slashes; a path that is not known stands where its beginning does. */
export function placesOf(
  start: number,
  places: readonly (readonly [string, number])[],
): ReadQuestion["placeOf"] {
  const known = new Map(places);
  return (path: Path) => {
    for (let length = path.length; length > 0; length--) {
      const at = known.get(path.slice(0, length).join("/"));
      if (at !== undefined) return at;
    }
    return start;
  };
}
