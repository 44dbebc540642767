/** What a spreadsheet's cell holds. Text stays text, whatever it looks like; null leaves it empty. */
export type Cell = string | number | null;
