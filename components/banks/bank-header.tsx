import { ArrowRight } from "lucide-react";

import { LinkButton } from "@/components/ui/button";

type BankHeaderProps = {
  bank: { id: string; questions: number; seen: number; due: number; mayExport: boolean };
};

export function BankHeader({ bank: { id, questions, seen, due, mayExport } }: BankHeaderProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <p className="text-sm text-muted tabular-nums">
        {seen} of {questions} seen{due > 0 ? `, ${due} due` : ""}
      </p>
      {mayExport ? <LinkButton href={`/author/${id}/export`}>Export</LinkButton> : null}
      <LinkButton href={`/study?bank=${id}`} look="primary">
        Study this bank
        <ArrowRight aria-hidden className="size-4" />
      </LinkButton>
    </div>
  );
}
