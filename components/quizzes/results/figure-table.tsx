import type { ReactNode } from "react";

type FigureTableProps = {
  label: string;
  /** What the rows are, then their figures. */
  head: readonly [string, ...string[]];
  children: ReactNode;
};

/** Rows of figures, each column of them aligned to the end. */
export const FigureTable = ({ label, head: [rows, ...figures], children }: FigureTableProps) => (
  <div
    tabIndex={0}
    role="region"
    aria-label={label}
    className="relative overflow-x-auto rounded-xl border border-line bg-surface"
  >
    <table className="w-full text-sm tabular-nums [&_td]:px-3 [&_td]:py-2 [&_td]:text-end [&_th]:px-3 [&_th]:py-2 [&_tr+tr]:border-t [&_tr+tr]:border-line">
      <thead className="border-b border-line text-muted">
        <tr>
          <th scope="col" className="text-start font-medium">
            {rows}
          </th>
          {figures.map((name) => (
            <th key={name} scope="col" className="text-end font-medium">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
);
