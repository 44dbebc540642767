import { lineIndex } from "@/lib/domain/formats/line-index";
import { readYaml as readYamlText } from "@/lib/domain/formats/yaml/read-yaml";
import type { ContentFile } from "@/lib/server/content/read-content-files";

export type YamlProblem = { line: number; message: string };

/** A parsed YAML file that knows on which line each of its values stands. */
export type YamlFile = {
  path: string;
  data: unknown;
  problems: YamlProblem[];
  lineOf: (path: readonly (string | number)[]) => number;
};

export function readYaml({ path, text }: ContentFile): YamlFile {
  const { data, found, placeOf } = readYamlText(text);
  const lineAt = lineIndex(text);
  return {
    path,
    data,
    problems: found.map(({ at, message }) => ({ line: lineAt(at).line, message })),
    lineOf: (place) => lineAt(placeOf(place)).line,
  };
}
