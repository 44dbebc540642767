import type { ReactNode } from "react";

type ScrollTableProps = {
  /** Said by screen readers; the heading above says it to everybody else. */
  caption: string;
  head: readonly Column[];
  /** One `tbody` or several. */
  children: ReactNode;
};

export type Column = { name: string; figures?: boolean };

/** Facts in rows that are longer or wider than a screen: heads stay in sight, arrow keys scroll. */
export function ScrollTable({ caption, head, children }: ScrollTableProps) {
  return (
    <div
      tabIndex={0}
      role="region"
      aria-label={caption}
      className="max-h-[70vh] overflow-auto rounded-xl border border-line bg-surface"
    >
      <table className="w-full border-separate border-spacing-0 text-sm [&_td]:border-b [&_td]:border-line [&_td]:px-3 [&_td]:py-2 [&_th]:border-b [&_th]:border-line [&_th]:px-3 [&_th]:py-2">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {head.map(({ name, figures }, index) => (
              <th
                key={name}
                scope="col"
                className={`sticky top-0 bg-sunken align-bottom font-medium text-muted ${figures ? "text-end" : "text-start"} ${index === 0 ? "start-0 z-20" : "z-10"}`}
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        {children}
      </table>
    </div>
  );
}

/** What a row is about; stays in sight when the region is scrolled sideways. */
export const RowHead = ({ children }: { children: ReactNode }) => (
  <th
    scope="row"
    className="sticky start-0 max-w-40 min-w-28 bg-surface text-start font-normal break-words sm:max-w-72"
  >
    {children}
  </th>
);

/** A row that says what the rows below it have in common. */
export const GroupHead = ({ columns, children }: { columns: number; children: ReactNode }) => (
  <tr>
    <th scope="rowgroup" colSpan={columns} className="bg-canvas text-start font-semibold">
      <span className="sticky start-3">{children}</span>
    </th>
  </tr>
);

export const Figure = ({ children }: { children: ReactNode }) => (
  <td className="text-end tabular-nums">{children}</td>
);
