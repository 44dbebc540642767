import { InlineMarkdown } from "@/components/ui/markdown";
import { Kbd } from "@/components/ui/kbd";

type PickListProps = {
  legend: string;
  name: string;
  options: readonly string[];
  picks: readonly number[];
  many: boolean;
  disabled: boolean;
  onPick: (index: number) => void;
};

const ROW =
  "group relative flex items-start gap-3 rounded-lg border border-line bg-surface px-3.5 py-3 transition-colors hover:border-edge has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent has-disabled:opacity-70";

/** Options to pick one or several of: real radio buttons or boxes under the drawing. */
export function PickList({ legend, name, options, picks, many, disabled, onPick }: PickListProps) {
  return (
    <fieldset>
      <legend className="mb-2 text-sm text-muted">{legend}</legend>
      <div className="flex flex-col gap-2">
        {options.map((option, index) => (
          <label key={index} className={ROW}>
            <input
              type={many ? "checkbox" : "radio"}
              name={name}
              value={index}
              checked={picks.includes(index)}
              disabled={disabled}
              onChange={() => {
                onPick(index);
              }}
              className="absolute inset-0 size-full appearance-none rounded-lg opacity-0"
            />
            <PickMark many={many} />
            <InlineMarkdown text={option} className="flex-1" />
            {index < 9 ? (
              <Kbd className="mt-0.5 text-faint group-has-checked:text-accent-strong">
                {index + 1}
              </Kbd>
            ) : null}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function PickMark({ many }: { many: boolean }) {
  return (
    <span
      aria-hidden
      className={`mt-1 flex size-4 shrink-0 items-center justify-center border border-edge bg-surface text-transparent group-has-checked:border-accent group-has-checked:bg-accent group-has-checked:text-on-accent ${many ? "rounded-sm" : "rounded-full"}`}
    >
      {many ? (
        <svg viewBox="0 0 12 12" className="size-3 fill-none stroke-current stroke-2">
          <path d="m2 6.5 2.5 2.5L10 3.5" />
        </svg>
      ) : (
        <svg viewBox="0 0 12 12" className="size-3 fill-current">
          <circle cx="6" cy="6" r="3" />
        </svg>
      )}
    </span>
  );
}

/** The index that a digit key names, or null: "1" is the first. */
export function indexOfKey(key: string, length: number): number | null {
  const index = Number(key) - 1;
  return /^[1-9]$/.test(key) && index < length ? index : null;
}

export const toggled = (picks: readonly number[], index: number): number[] =>
  picks.includes(index)
    ? picks.filter((pick) => pick !== index)
    : [...picks, index].sort((a, b) => a - b);
