import { formatFigure, type ChartRow, type ChartUnit } from "@/components/charts/chart-data";

type ChartTableProps = {
  caption: string;
  /** Heading of the first column. */
  rowName: string;
  columns: readonly string[];
  rows: readonly ChartRow[];
  unit: ChartUnit;
};

/** The figures of a chart. Takes the chart's own room and scrolls within it, so that nothing moves. */
export function ChartTable({ caption, rowName, columns, rows, unit }: ChartTableProps) {
  const hasBand = rows.some((row) => row.band);
  return (
    <div
      tabIndex={0}
      role="region"
      aria-label={`${caption}, as a table`}
      className="h-full overflow-auto rounded-md border border-line"
    >
      <table className="w-full text-sm tabular-nums [&_td]:px-3 [&_td]:py-1.5 [&_td]:text-end [&_th]:px-3 [&_th]:py-1.5 [&_th]:font-medium [&_tr+tr]:border-t [&_tr+tr]:border-line">
        <caption className="sr-only">{caption}</caption>
        <thead className="sticky top-0 bg-sunken text-muted">
          <tr>
            <th scope="col" className="text-start">
              {rowName}
            </th>
            {[...columns, ...(hasBand ? ["from", "to"] : [])].map((name) => (
              <th key={name} scope="col" className="text-end">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.x ?? row.label}>
              <th scope="row" className="text-start whitespace-nowrap">
                {row.label}
              </th>
              {row.values.map((value, index) => (
                <td key={columns[index]}>{formatFigure(value, unit)}</td>
              ))}
              {hasBand
                ? [0, 1].map((end) => (
                    <td key={end}>{formatFigure(row.band?.[end] ?? null, unit)}</td>
                  ))
                : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
