import type { CompletionOption } from "@/lib/domain/kubectl/complete";

type CompletionListProps = {
  id: string;
  options: readonly CompletionOption[];
  active: number;
  onPick: (index: number) => void;
};

export const optionId = (listId: string, index: number) => `${listId}-${index}`;

/** Lies over what follows, so that nothing moves while typing. */
export function CompletionList({ id, options, active, onPick }: CompletionListProps) {
  return (
    <ul
      id={id}
      role="listbox"
      aria-label="Completions"
      className="absolute inset-x-0 top-full z-20 mt-1 max-h-64 overflow-y-auto rounded-lg border border-line bg-raised py-1 shadow-high"
    >
      {options.map((option, index) => (
        <li
          key={option.text}
          id={optionId(id, index)}
          role="option"
          aria-selected={index === active}
          ref={index === active ? scrollIntoView : undefined}
          onMouseDown={(event) => {
            // Keeps the focus in the field.
            event.preventDefault();
            onPick(index);
          }}
          className="flex cursor-pointer items-baseline gap-3 px-3.5 py-1 hover:bg-sunken aria-selected:bg-accent-soft"
        >
          <span className="shrink-0 font-mono text-[0.8125rem]">{option.text}</span>
          <span className="truncate text-xs text-muted">{option.detail}</span>
        </li>
      ))}
    </ul>
  );
}

const scrollIntoView = (item: HTMLLIElement | null) => {
  item?.scrollIntoView({ block: "nearest" });
};
