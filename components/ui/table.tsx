import type { ReactNode } from "react";

type TableProps = {
  /** Said by screen readers; the heading above says it to everybody else. */
  caption: string;
  /** Names of the columns; none, "", over buttons. */
  head: readonly string[];
  /** All columns but the first hold figures, and not the last alone. */
  ofFigures?: boolean;
  children: ReactNode;
};

const LAST_OF_FIGURES = "[&_thead_th:last-child]:text-end";
const ALL_OF_FIGURES = "tabular-nums [&_td]:text-end [&_thead_th:not(:first-child)]:text-end";

/** Rows of facts, figures aligned to the end. */
export function Table({ caption, head, ofFigures = false, children }: TableProps) {
  return (
    <div
      tabIndex={0}
      role="region"
      aria-label={caption}
      className="relative overflow-x-auto rounded-xl border border-line bg-surface"
    >
      <table
        className={`w-full text-sm ${ofFigures ? ALL_OF_FIGURES : LAST_OF_FIGURES} [&_td]:px-3 [&_td]:py-2.5 sm:[&_td]:px-4 [&_th]:px-3 [&_th]:py-2 sm:[&_th]:px-4 [&_tr+tr]:border-t [&_tr+tr]:border-line`}
      >
        <caption className="sr-only">{caption}</caption>
        <thead className="border-b border-line text-start text-muted">
          <tr>
            {head.map((name) =>
              name === "" ? (
                <td key={name} />
              ) : (
                <th key={name} scope="col" className="text-start font-medium">
                  {name}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
