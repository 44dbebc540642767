import { SearchX } from "lucide-react";
import Link from "next/link";

import { pageAddress, type BrowseQuery } from "@/components/banks/browse-query";
import { MemoryState, type MemoryOfQuestion } from "@/components/banks/memory-state";
import { DIFFICULTY_LABELS, KIND_LABELS } from "@/components/questions/kind-names";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { plainText } from "@/components/ui/markdown";
import { PageLinks } from "@/components/ui/page-links";
import type { PublicQuestion } from "@/lib/domain/questions/to-public";

export type ListedQuestion = Pick<
  PublicQuestion,
  "id" | "bank" | "kind" | "difficulty" | "prompt"
> & { memory: MemoryOfQuestion };

type QuestionListProps = {
  found: { questions: readonly ListedQuestion[]; total: number; page: number; pages: number };
  query: BrowseQuery;
  path: string;
  now: Date;
};

export function QuestionList({ found, query, path, now }: QuestionListProps) {
  if (found.total === 0) {
    return (
      <EmptyState
        icon={SearchX}
        title="No question matches"
        action={<LinkButton href={path}>Clear search and filters</LinkButton>}
      >
        <p>The search looks at what is asked, not at the answers: those are for you to find.</p>
      </EmptyState>
    );
  }
  return (
    <section aria-label="Questions" className="flex flex-col gap-3">
      <p role="status" className="text-sm text-muted">
        {found.total} {found.total === 1 ? "question" : "questions"}
      </p>
      <ul className="divide-y divide-line overflow-hidden rounded-xl border border-line bg-surface">
        {found.questions.map((question) => (
          <QuestionRow key={question.id} question={question} now={now} />
        ))}
      </ul>
      <PageLinks
        page={found.page}
        pages={found.pages}
        address={(page) => pageAddress(path, query, page)}
      />
    </section>
  );
}

function QuestionRow({ question, now }: { question: ListedQuestion; now: Date }) {
  return (
    <li>
      <Link
        href={`/banks/${question.id}`}
        className="grid items-center gap-x-6 gap-y-1 px-4 py-3 -outline-offset-2 transition-colors hover:bg-sunken sm:grid-cols-[1fr_auto]"
      >
        <span className="min-w-0">
          <span className="line-clamp-2">{plainText(firstWords(question.prompt))}</span>
          <span className="mt-0.5 block text-sm text-muted">
            {KIND_LABELS[question.kind]} · {DIFFICULTY_LABELS[question.difficulty]}
          </span>
        </span>
        <MemoryState memory={question.memory} now={now} />
      </Link>
    </li>
  );
}

const firstWords = (prompt: string) => prompt.replace(/\s+/g, " ").slice(0, 240);
