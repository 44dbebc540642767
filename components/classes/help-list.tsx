import { HeartHandshake } from "lucide-react";

import { percentWords } from "@/components/gradebook/grade-words";
import { Badge, type Tone } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { counted } from "@/components/ui/counted";
import type { HelpReason } from "@/lib/domain/classes/needs-help";

export type HelpRow = {
  userId: string;
  name: string;
  section: string | null;
  percent: number | null;
  reasons: readonly HelpReason[];
};

type HelpListProps = { classId: string; rows: readonly HelpRow[] };

/** Students that somebody should talk to, each with the reasons. */
export function HelpList({ classId, rows }: HelpListProps) {
  if (rows.length === 0) {
    return (
      <EmptyState icon={HeartHandshake} title="Nobody stands out">
        Everybody is active, has handed in what was due and is above the mark.
      </EmptyState>
    );
  }
  return (
    <ul className="flex flex-col divide-y divide-line rounded-xl border border-line bg-surface">
      {rows.map(({ userId, name, section, percent, reasons }) => (
        <li key={userId} className="flex flex-wrap items-baseline gap-x-4 gap-y-2 px-4 py-3">
          <span className="min-w-40 flex-1">
            <TextLink href={`/classes/${classId}/report/${userId}`}>{name}</TextLink>
            <span className="block text-sm text-muted tabular-nums">
              {section === null ? "" : `${section}, `}grade {percentWords(percent)}
            </span>
          </span>
          <span className="flex flex-2 basis-72 flex-wrap gap-1.5">
            {reasons.map((reason) => {
              const { word, tone, more } = wordsOf(reason);
              return (
                <span key={reason.kind} className="flex flex-wrap items-baseline gap-1.5 text-sm">
                  <Badge tone={tone}>{word}</Badge>
                  {more === null ? null : <span className="text-muted">{more}</span>}
                </span>
              );
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function wordsOf(reason: HelpReason): { word: string; tone: Tone; more: string | null } {
  switch (reason.kind) {
    case "below":
      return { word: `At ${percentWords(reason.percent)}`, tone: "bad", more: null };
    case "missing":
      return { word: `${reason.titles.length} missing`, tone: "bad", more: listed(reason.titles) };
    case "overdue":
      return {
        word: `${reason.titles.length} overdue`,
        tone: "partly",
        more: listed(reason.titles),
      };
    case "inactive":
      return {
        word: reason.everActive
          ? `Inactive for ${counted(reason.days, "day")}`
          : `Nothing yet, in the class for ${counted(reason.days, "day")}`,
        tone: "partly",
        more: null,
      };
    case "leeches":
      return { word: counted(reason.count, "leech", "leeches"), tone: "accent", more: null };
  }
}

const SOME = 2;

const listed = (titles: readonly string[]): string =>
  titles.length <= SOME
    ? titles.join(", ")
    : `${titles.slice(0, SOME).join(", ")} and ${titles.length - SOME} more`;
