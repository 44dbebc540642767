import { InlineMarkdown, plainText } from "@/components/ui/markdown";
import { Select } from "@/components/ui/select";

type MatchRowsProps = {
  lefts: readonly string[];
  rights: readonly string[];
  picks: readonly (number | null)[];
  disabled: boolean;
  promptId: string;
  onPick: (left: number, right: number | null) => void;
};

/**
 * One row for each thing to match, each with the browser's own list: typing the
 * number of a choice picks it, Tab goes on to the next row.
 */
export function MatchRows({ lefts, rights, picks, disabled, promptId, onPick }: MatchRowsProps) {
  return (
    <ul aria-labelledby={promptId} className="flex flex-col gap-2">
      {lefts.map((left, row) => {
        const labelId = `${promptId}-left-${row}`;
        return (
          <li
            key={row}
            className="grid items-center gap-2 rounded-lg border border-line bg-surface p-3 sm:grid-cols-2 sm:gap-4"
          >
            <span id={labelId} className="min-w-0">
              <InlineMarkdown text={left} />
            </span>
            <Select
              aria-labelledby={labelId}
              disabled={disabled}
              value={picks[row] ?? ""}
              onChange={({ target }) => {
                onPick(row, target.value === "" ? null : Number(target.value));
              }}
            >
              <option value="">Choose…</option>
              {rights.map((right, index) => (
                <option key={index} value={index}>
                  {`${index + 1}  ${plainText(right)}`}
                </option>
              ))}
            </Select>
          </li>
        );
      })}
    </ul>
  );
}
