import { Library } from "lucide-react";
import Link from "next/link";

import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { LayerBar } from "@/components/ui/layer-bar";

export type BankOnCard = {
  id: string;
  title: string;
  description: string;
  questions: number;
  seen: number;
  due: number;
  recalled: number;
};

export function BankCards({ banks }: { banks: readonly BankOnCard[] }) {
  if (banks.length === 0) {
    return (
      <EmptyState icon={Library} title="No banks yet">
        <p>Whoever runs this server loads questions with one command; then they appear here.</p>
      </EmptyState>
    );
  }
  return (
    <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {banks.map((bank) => (
        <BankCard key={bank.id} bank={bank} />
      ))}
    </ul>
  );
}

function BankCard({ bank }: { bank: BankOnCard }) {
  const { id, title, description, questions, seen, due, recalled } = bank;
  const seenShare = questions === 0 ? 0 : seen / questions;
  return (
    <li className="relative flex flex-col gap-4 rounded-xl border border-line bg-surface p-5 shadow-low transition-colors hover:border-edge">
      <div className="flex-1">
        <h2 className="flex items-start justify-between gap-3 font-semibold">
          <Link href={`/banks/${id}`} className="after:absolute after:inset-0 after:rounded-xl">
            {title}
          </Link>
          {due > 0 ? <Badge tone="accent">{due} due</Badge> : null}
        </h2>
        <p className="mt-1 text-sm text-muted">{description}</p>
      </div>
      <div className="flex flex-col gap-2">
        <LayerBar
          front={recalled}
          back={seenShare}
          label={`${Math.round(recalled * 100)} % expected to be recalled, ${Math.round(seenShare * 100)} % seen`}
        />
        <p className="flex justify-between text-sm text-muted tabular-nums">
          <span>
            {seen} of {questions} seen
          </span>
          <span>{Math.round(recalled * 100)} % recalled</span>
        </p>
      </div>
    </li>
  );
}
