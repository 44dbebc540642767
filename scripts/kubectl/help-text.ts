/**
 * Reads kubectl's `--help`. Its shape:
 *
 *     Available Commands:            (or groups such as "Basic Commands (Beginner):")
 *       deployment   Create a deployment with the specified name
 *     Options:
 *         -r, --replicas=1:
 *     	Number of replicas to create. Default is 1.
 *
 * String flags have their default in quotes, all others have not.
 */
export type HelpFlag = {
  name: string;
  shorthand: string | null;
  default: string;
  isString: boolean;
};

export type Help = {
  aliases: string[];
  subcommands: string[];
  flags: HelpFlag[];
  usage: string;
};

const SECTION = /^[A-Z].*:$/;
const FLAG = /^ {4}(?:-(\w), )?--([\w-]+)=(.*):$/;

export function readHelp(text: string): Help {
  const sections = splitSections(text);
  const aliases = (sections.get("Aliases:") ?? [])
    .flatMap((line) => line.split(","))
    .map((word) => word.trim());
  return {
    aliases: aliases.slice(1).filter((word) => word !== ""),
    subcommands: [...sections]
      .filter(([title]) => title.endsWith("Commands:") || /Commands \(.*\):$/.test(title))
      .flatMap(([, lines]) =>
        lines.flatMap((line) => /^ {2}([a-z][\w-]*) +\S/.exec(line)?.[1] ?? []),
      ),
    flags: readFlags(sections.get("Options:") ?? []),
    usage: (sections.get("Usage:") ?? []).find((line) => line.trim() !== "")?.trim() ?? "",
  };
}

/** The flags of `kubectl options`, whose list stands under a sentence instead of a title. */
export const readOptions = (text: string): HelpFlag[] => readFlags(text.split("\n"));

function splitSections(text: string): Map<string, string[]> {
  const sections = new Map<string, string[]>();
  let title = "";
  for (const line of text.split("\n")) {
    if (SECTION.test(line) && !sections.has(line)) title = line;
    else sections.set(title, [...(sections.get(title) ?? []), line]);
  }
  return sections;
}

function readFlags(lines: readonly string[]): HelpFlag[] {
  const flags: HelpFlag[] = [];
  for (const line of lines) {
    const match = FLAG.exec(line);
    if (match?.[2] !== undefined) flags.push(flagOf(match[1], match[2], match[3] ?? ""));
  }
  return flags;
}

function flagOf(shorthand: string | undefined, name: string, shown: string): HelpFlag {
  const isString = /^'.*'$/s.test(shown);
  return {
    name,
    shorthand: shorthand ?? null,
    default: isString ? shown.slice(1, -1) : shown,
    isString,
  };
}
