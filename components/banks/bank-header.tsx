import { ArrowRight } from "lucide-react";

import { LinkButton } from "@/components/ui/button";

type BankHeaderProps = { bank: { id: string; questions: number; seen: number; due: number } };

export function BankHeader({ bank: { id, questions, seen, due } }: BankHeaderProps) {
  return (
    <div className="flex items-center gap-4">
      <p className="text-sm text-muted tabular-nums">
        {seen} of {questions} seen{due > 0 ? `, ${due} due` : ""}
      </p>
      <LinkButton href={`/study?bank=${id}`} look="primary">
        Study this bank
        <ArrowRight aria-hidden className="size-4" />
      </LinkButton>
    </div>
  );
}
