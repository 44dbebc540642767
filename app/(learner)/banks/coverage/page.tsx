import type { Metadata } from "next";
import type { ReactNode } from "react";

import { BankTable } from "@/components/coverage/bank-table";
import { ErrataFilter, type ErrataQuery } from "@/components/coverage/errata-filter";
import { ErrataTable } from "@/components/coverage/errata-table";
import { ExamTable } from "@/components/coverage/exam-table";
import { GapList } from "@/components/coverage/gap-list";
import { NoteTable } from "@/components/coverage/note-table";
import { Page } from "@/components/layout/page";
import { TextLink } from "@/components/ui/text-link";
import type { Coverage } from "@/lib/domain/questions/coverage";
import { requireActor } from "@/lib/server/auth/actor";
import { load } from "@/lib/server/page";
import { viewCoverage } from "@/lib/server/services/view-coverage";

export const metadata: Metadata = { title: "Coverage" };

export default async function CoveragePage({ searchParams }: PageProps<"/banks/coverage">) {
  const { stance, note } = await searchParams;
  const query = { stance: oneOf(stance), note: oneOf(note) };
  const coverage = await load("/banks/coverage", async () => viewCoverage(await requireActor()));
  const { total, parameterised, beyondNotes, banks, exams, notes } = coverage;
  return (
    <Page
      title="Coverage"
      intro={
        <>
          {total} questions in {banks.length} <TextLink href="/banks">banks</TextLink>.{" "}
          {parameterised} differ each time they are asked, {beyondNotes} go beyond the notes.
        </>
      }
    >
      <GapList gaps={coverage.gaps} />
      <Part id="by-bank" title="Banks and kinds">
        <BankTable {...coverage} />
      </Part>
      {exams.map((exam) => (
        <Part
          key={exam.id}
          id={exam.id}
          title={`${exam.id.toUpperCase()}: ${exam.title}`}
          text="A domain may have 5 points more or fewer of the questions than of the exam. A question that serves two domains counts in both."
        >
          <ExamTable exam={exam} />
        </Part>
      ))}
      <Part
        id="by-section"
        title="Sections of the notes"
        text="How many good questions a section is worth, and how many cite it. A question may cite another section that says the same."
      >
        <NoteTable notes={notes} />
      </Part>
      <Errata coverage={coverage} query={query} />
    </Page>
  );
}

/** What the address asks for; an empty choice asks for nothing. */
function oneOf(param: string | string[] | undefined): string | null {
  const [first = ""] = [param ?? []].flat();
  return first === "" ? null : first;
}

type PartProps = { id: string; title: string; text?: string; children: ReactNode };

const Part = ({ id, title, text, children }: PartProps) => (
  <section aria-labelledby={`${id}-title`} id={id} className="flex scroll-mt-20 flex-col gap-3">
    <div>
      <h2 id={`${id}-title`} className="text-xl font-semibold">
        {title}
      </h2>
      {text ? <p className="mt-1 max-w-2xl text-sm text-muted">{text}</p> : null}
    </div>
    {children}
  </section>
);

function Errata({ coverage, query }: { coverage: Coverage; query: ErrataQuery }) {
  const { errata, stances, notes } = coverage;
  const shown = errata.filter(
    ({ stance, note }) =>
      (query.stance === null || stance === query.stance) &&
      (query.note === null || note === query.note),
  );
  return (
    <Part
      id="errata"
      title="What the notes get wrong"
      text={`Of ${errata.length} statements that are wrong, outdated or half true, ${stances.taught} are taught rightly, ${stances["version-bound"]} are asked only with the release named, and ${stances.avoided} are avoided.`}
    >
      <ErrataFilter query={query} notes={notes} />
      <p role="status" className="text-sm text-muted">
        {shown.length} of {errata.length} statements
      </p>
      <ErrataTable errata={shown} notes={new Map(notes.map(({ id, title }) => [id, title]))} />
    </Part>
  );
}
