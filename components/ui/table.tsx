import type { ReactNode } from "react";

type TableProps = {
  /** Said by screen readers; the heading above says it to everybody else. */
  caption: string;
  /** Names of the columns; none, "", over buttons. */
  head: readonly string[];
  children: ReactNode;
};

/** Rows of facts. The last column is aligned to the end, for figures. */
export function Table({ caption, head, children }: TableProps) {
  return (
    <div
      tabIndex={0}
      role="region"
      aria-label={caption}
      className="relative overflow-x-auto rounded-xl border border-line bg-surface"
    >
      <table className="w-full text-sm [&_td]:px-4 [&_td]:py-2.5 [&_th]:px-4 [&_th]:py-2 [&_tr+tr]:border-t [&_tr+tr]:border-line">
        <caption className="sr-only">{caption}</caption>
        <thead className="border-b border-line text-start text-muted">
          <tr>
            {head.map((name) =>
              name === "" ? (
                <td key={name} />
              ) : (
                <th key={name} scope="col" className="text-start font-medium last:text-end">
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
