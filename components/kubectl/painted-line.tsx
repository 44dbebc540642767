import type { ExplainedLine, WordRole } from "@/lib/domain/kubectl/explain/explain-line";

const PAINTS: Record<WordRole, string> = {
  program: "text-muted",
  command: "font-semibold text-accent",
  argument: "font-semibold text-ink",
  flag: "text-partly",
  value: "text-good",
  separator: "text-muted",
};

const NAMES: Record<WordRole, string> = {
  program: "program",
  command: "command",
  argument: "argument",
  flag: "flag",
  value: "its value",
  separator: "end of flags",
};

type Stretch = { text: string; role: WordRole | null; refused: boolean };

/** The line as it was typed, each word in the colour of its part, with a key below. */
export function PaintedLine({ line, text }: { line: ExplainedLine; text: string }) {
  const roles = [...new Set(line.words.map(({ role }) => role))];
  return (
    <div>
      <p className="font-mono text-[0.9375rem] leading-7 break-words whitespace-pre-wrap">
        {stretchesOf(line, text).map((stretch, index) => (
          <span
            key={index}
            className={`${stretch.role ? PAINTS[stretch.role] : ""} ${stretch.refused ? "rounded-sm bg-bad-soft text-bad underline decoration-bad decoration-wavy underline-offset-4" : ""}`}
          >
            {stretch.text}
          </span>
        ))}
      </p>
      {roles.length > 0 ? (
        <ul aria-label="Colours" className="mt-1 flex flex-wrap gap-x-4 text-xs">
          {roles.map((role) => (
            <li key={role} className={PAINTS[role]}>
              {NAMES[role]}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** Cuts the line at every word and at the place that was refused. */
function stretchesOf(
  { span, words, refusal, unjudgeable }: ExplainedLine,
  text: string,
): Stretch[] {
  const wrong = refusal?.span ?? unjudgeable?.span ?? null;
  const marks = [span, ...words, ...(wrong ? [wrong] : [])].flatMap(({ start, end }) => [
    start,
    end,
  ]);
  const cuts = [...new Set(marks)]
    .filter((at) => at >= span.start && at <= span.end)
    .sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? span.end;
    const word = words.find((one) => one.start <= start && end <= one.end);
    return {
      text: text.slice(start, end),
      role: word?.role ?? null,
      refused: wrong !== null && wrong.start <= start && end <= wrong.end,
    };
  });
}
