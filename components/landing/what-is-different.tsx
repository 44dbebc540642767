import type { ReactNode } from "react";

const POINTS: { title: string; text: ReactNode }[] = [
  {
    title: "It reads kubectl, not strings",
    text: (
      <>
        Your line is parsed with kubectl’s own rules and turned into the requests it would make.{" "}
        <code className="inline-code whitespace-nowrap">-n shop</code> first or last, short or long
        flags, one command or three: what counts is what would happen to the cluster. When it is
        wrong, the very characters are underlined.
      </>
    ),
  },
  {
    title: "It asks at the right moment",
    text: "A model of your memory (FSRS) estimates when you are about to forget each fact. That is when it asks: often enough to keep it, seldom enough to leave you your evening.",
  },
  {
    title: "It explains every option",
    text: "Each wrong choice is a mistake people really make, and says why it is one. Every answer links to its page of the Kubernetes documentation.",
  },
  {
    title: "It knows the exam",
    text: "Questions are tied to the domains and weights of curriculum 1.35. You see, domain by domain, what you would recall today.",
  },
];

export function WhatIsDifferent() {
  return (
    <section aria-labelledby="different" className="mt-20 border-t border-line pt-10 sm:mt-28">
      <h2 id="different" className="mb-8 text-xl font-semibold">
        What is different here
      </h2>
      <dl className="grid gap-x-14 gap-y-8 sm:grid-cols-2">
        {POINTS.map(({ title, text }) => (
          <div key={title}>
            <dt className="font-semibold">{title}</dt>
            <dd className="mt-1.5 text-muted">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
