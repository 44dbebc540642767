import type { Metadata } from "next";
import { headers } from "next/headers";

import { QuestionHistory } from "@/components/banks/question-history";
import { QuestionFacts } from "@/components/banks/question-facts";
import { Page } from "@/components/layout/page";
import { Exhibits } from "@/components/questions/exhibits";
import { KIND_LABELS } from "@/components/questions/kind-names";
import { LinkButton } from "@/components/ui/button";
import { Markdown } from "@/components/ui/markdown";
import { TextLink } from "@/components/ui/text-link";
import { requireActor } from "@/lib/server/auth/actor";
import { currentTime } from "@/lib/server/clock";
import { load } from "@/lib/server/page";
import { viewQuestion } from "@/lib/server/services/view-question";

export const metadata: Metadata = { title: "Question" };

export default async function QuestionPage({ params }: PageProps<"/banks/[bank]/[question]">) {
  const { bank, question: slug } = await params;
  const id = `${bank}/${slug}`;
  const now = currentTime(await headers());
  const { question, bankTitle, competencies, history, timeZone } = await load(
    `/banks/${id}`,
    async () => viewQuestion(await requireActor(), id, now),
  );
  return (
    <Page
      narrow
      title={KIND_LABELS[question.kind]}
      intro={
        <>
          <TextLink href={`/banks/${bank}`}>{bankTitle}</TextLink>
          <span className="ms-2 font-mono text-sm">{slug}</span>
        </>
      }
      actions={
        <LinkButton href={`/study?bank=${bank}`} look="primary">
          Study this bank
        </LinkButton>
      }
    >
      <section aria-label="What is asked" className="flex flex-col gap-4 text-lg">
        <Markdown text={question.prompt} />
        <Exhibits exhibits={question.exhibits} />
      </section>
      <QuestionFacts
        card={history.card}
        competencies={competencies}
        now={now}
        timeZone={timeZone}
      />
      <QuestionHistory reviews={history.reviews} />
    </Page>
  );
}
