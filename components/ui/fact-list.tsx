import type { ReactNode } from "react";

/** A name and what there is to know of it. */
export type Fact = readonly [name: string, value: ReactNode];

/** Facts by name: beside each other, or one above the other on phones. */
export const FactList = ({ facts }: { facts: readonly Fact[] }) => (
  <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[10rem_1fr]">
    {facts.map(([name, value]) => (
      <div key={name} className="max-sm:pb-1 sm:contents">
        <dt className="text-muted max-sm:text-sm">{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
