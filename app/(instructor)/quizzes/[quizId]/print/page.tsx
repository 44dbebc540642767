import type { Metadata } from "next";
import { z } from "zod";

import { PrintButton } from "@/components/quizzes/print/print-button";
import { PrintedQuestion } from "@/components/quizzes/print/printed-question";
import { pointsText } from "@/components/quizzes/points-text";
import { Button } from "@/components/ui/button";
import { CONTROL } from "@/components/ui/field";
import { Markdown } from "@/components/ui/markdown";
import { counted } from "@/components/ui/counted";
import { toHundredths } from "@/lib/domain/quizzes/score-attempts";
import { requireActor } from "@/lib/server/auth/actor";
import { load } from "@/lib/server/page";
import { printQuiz, type PrintedQuiz } from "@/lib/server/services/preview-quiz";

export const metadata: Metadata = { title: "Print a quiz" };

const QuerySchema = z.object({
  version: z.string().trim().min(1).max(20).catch("A"),
  key: z.string().optional().catch(undefined),
});

/** A paper and its key. The same name of a version is the same paper; B differs from A. */
export default async function PrintPage({
  params,
  searchParams,
}: PageProps<"/quizzes/[quizId]/print">) {
  const { quizId } = await params;
  const { version, key } = QuerySchema.parse(await searchParams);
  const paper = await load(`/quizzes/${quizId}/print`, async () =>
    printQuiz(await requireActor(), quizId, version),
  );
  return (
    <main
      id="main"
      className="mx-auto flex w-full max-w-3xl flex-1 flex-col gap-8 px-4 py-8 sm:px-6 print:max-w-none print:p-0"
    >
      <PrintForm version={version} withKey={key !== undefined} />
      <header className="flex flex-col gap-3">
        <h1 className="text-2xl font-semibold">
          {paper.title}, version {version}
          {key === undefined ? "" : ": key"}
        </h1>
        <p className="text-muted">{contentWords(paper)}</p>
        {key === undefined ? <p>Name: ______________________________</p> : null}
        {paper.instructions === "" ? null : <Markdown text={paper.instructions} />}
      </header>
      <ol className="flex flex-col gap-8">
        {paper.questions.map(({ points, question, reveal }, index) => (
          <PrintedQuestion
            key={index}
            section={sectionTitle(paper, index)}
            number={index + 1}
            points={points}
            question={question}
            reveal={key === undefined ? null : reveal}
          />
        ))}
      </ol>
    </main>
  );
}

const PrintForm = ({ version, withKey }: { version: string; withKey: boolean }) => (
  <form className="flex flex-wrap items-end gap-3 print:hidden">
    <label className="flex flex-col gap-1.5 text-sm font-medium">
      Version
      <input
        name="version"
        defaultValue={version}
        maxLength={20}
        className={`${CONTROL} h-10 w-28!`}
      />
    </label>
    <label className="flex h-10 items-center gap-2">
      <input
        type="checkbox"
        name="key"
        value="1"
        defaultChecked={withKey}
        className="size-4 accent-accent"
      />
      With the key
    </label>
    <Button type="submit">Show</Button>
    <PrintButton />
  </form>
);

function contentWords({ questions }: PrintedQuiz): string {
  const total = toHundredths(questions.reduce((sum, { points }) => sum + points, 0));
  return `${counted(questions.length, "question")}, ${pointsText(total)}`;
}

/** Of the section that begins with a question; null within one, and where it has no title. */
function sectionTitle({ sections, questions }: PrintedQuiz, index: number): string | null {
  const section = questions[index]?.section;
  if (section === undefined || section === questions[index - 1]?.section) return null;
  const title = sections[section]?.title ?? "";
  return title === "" ? null : title;
}
