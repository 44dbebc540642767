import type { QuestionFilter } from "@/lib/domain/questions/question-filter";

export type BrowseQuery = { filter: QuestionFilter; page: number };

type Params = Record<string, string | string[] | undefined>;

const PARTS = ["text", "bank", "exam", "domain", "kind", "difficulty", "mark"] as const;

/** What the address asks for; anything unknown finds nothing rather than failing. */
export function filterFromQuery(params: Params): BrowseQuery {
  const one = (name: string) => {
    const value = [params[name] ?? ""].flat()[0]?.trim().slice(0, 200);
    return value === undefined || value === "" ? null : value;
  };
  const [text, bank, exam, domain, kind, difficulty, mark] = PARTS.map(one);
  return {
    filter: {
      text: text ?? null,
      bank: bank ?? null,
      exam: exam ?? null,
      domain: domain ?? null,
      kind: kind ?? null,
      difficulty: difficulty ?? null,
      mark: mark ?? null,
    },
    page: Math.max(1, Math.trunc(Number(one("page") ?? 1)) || 1),
  };
}

export const isNarrowing = (filter: QuestionFilter): boolean =>
  Object.values(filter).some((part) => part !== null);

/** The address of another page of the same search. */
export function pageAddress(path: string, { filter }: BrowseQuery, page: number): string {
  const query = new URLSearchParams();
  for (const part of PARTS) {
    const value = filter[part];
    if (value !== null) query.set(part, value);
  }
  if (page > 1) query.set("page", String(page));
  const text = query.toString();
  return text === "" ? path : `${path}?${text}`;
}
