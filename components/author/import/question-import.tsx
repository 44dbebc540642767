"use client";

import { useRef, useState } from "react";

import { FileFields } from "@/components/author/import/file-fields";
import { ImportOptions, type CompetencyChoice } from "@/components/author/import/import-options";
import { ImportTable } from "@/components/author/import/import-table";
import {
  importedInWords,
  questionCount,
  statesInWords,
} from "@/components/author/import/import-words";
import { ProblemList } from "@/components/author/import/problem-list";
import { useQuestionFile } from "@/components/author/import/use-question-file";
import { FormMessage } from "@/components/form/form-message";
import { Button, LinkButton } from "@/components/ui/button";
import { FORMAT_NAMES } from "@/lib/domain/formats/format-names";
import type { ImportPreview, ImportState } from "@/lib/domain/formats/transfer-contract";

type Work = ReturnType<typeof useQuestionFile>;

type QuestionImportProps = { bankId: string; competencies: readonly CompetencyChoice[] };

/** A file or text, then all that is wrong with it and what it would do, then doing it. */
export function QuestionImport({ bankId, competencies }: QuestionImportProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const work = useQuestionFile(bankId);
  const { file, step, looked, isCurrent } = work;
  const sent = looked?.sent;
  return (
    <div className="flex flex-col gap-6">
      <FileFields
        text={file.text}
        error={work.unreadable}
        disabled={step !== "idle"}
        area={area}
        choose={(chosen) => void work.choose(chosen)}
        change={(text) => {
          work.change({ text });
        }}
      />
      <ImportOptions
        file={file}
        competencies={competencies}
        changeFormat={(format) => {
          work.change({ format });
        }}
        assume={(assumed) => {
          work.change({ assumed });
        }}
      />
      <CheckRow work={work} />
      {isCurrent && sent?.status === "done" ? (
        <Outcome
          key={sent.value.fingerprint}
          bankId={bankId}
          text={file.text}
          preview={sent.value}
          work={work}
          goTo={(line) => {
            if (area.current) selectLine(area.current, line);
          }}
        />
      ) : null}
    </div>
  );
}

function CheckRow({ work }: { work: Work }) {
  const { file, step, looked, isCurrent } = work;
  const isBusy = step !== "idle";
  const isStale = looked !== null && !isCurrent && !isBusy;
  const failure = isCurrent && looked?.sent.status === "failed" ? looked.sent.message : null;
  return (
    <div className="flex flex-wrap items-center gap-4">
      <Button
        look={isCurrent ? "plain" : "primary"}
        disabled={isBusy || file.text.trim() === ""}
        onClick={() => void work.look(file)}
      >
        {step === "checking" || step === "reading" ? "Checking…" : "Check the questions"}
      </Button>
      <FormMessage error={failure} />
      {isStale ? <p className="text-muted">Changed since the check: check again.</p> : null}
    </div>
  );
}

function selectLine(area: HTMLTextAreaElement, line: number): void {
  const lines = area.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
  area.focus();
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  area.scrollTop = (area.scrollHeight / lines.length) * Math.max(0, line - 4);
}

type OutcomeProps = {
  bankId: string;
  text: string;
  preview: ImportPreview;
  work: Work;
  goTo: (line: number) => void;
};

function Outcome({ bankId, text, preview, work, goTo }: OutcomeProps) {
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const { questions, problems, problemCount, format, encoding } = preview;
  const states = questions.map(({ state }) => state);
  const taken = states.filter((_, position) => !left.has(position));
  const changing = taken.filter((state) => state !== "unchanged" && state !== "error");
  return (
    <>
      <p aria-live="polite">
        {FORMAT_NAMES[format]}, {encoding}:{" "}
        <strong>{statesInWords(states) || "no questions"}</strong>.
      </p>
      {problemCount > 0 ? (
        <ProblemList text={text} problems={problems} count={problemCount} goTo={goTo} />
      ) : null}
      {questions.length > 0 ? (
        <section aria-labelledby="import-questions" className="flex flex-col gap-3">
          <h2 id="import-questions" className="text-lg font-semibold">
            What will happen
          </h2>
          <ImportTable items={questions} left={left} setLeft={setLeft} />
        </section>
      ) : null}
      <ImportRow
        bankId={bankId}
        work={work}
        states={changing}
        commit={() => void work.commit(left)}
      />
    </>
  );
}

type ImportRowProps = {
  bankId: string;
  work: Work;
  /** Of the questions that would be saved. */
  states: readonly ImportState[];
  commit: () => void;
};

function ImportRow({ bankId, work: { done, step, restart }, states, commit }: ImportRowProps) {
  const words =
    states.length === 0
      ? "Nothing to import"
      : `Import ${questionCount(states.length)}: ${statesInWords(states)}`;
  return (
    <div className="flex flex-wrap items-center gap-4">
      {done?.status === "done" ? (
        <>
          <LinkButton href={`/author/${bankId}`} look="primary">
            See the bank
          </LinkButton>
          <Button onClick={restart}>Import another file</Button>
        </>
      ) : (
        <Button look="primary" disabled={step !== "idle" || states.length === 0} onClick={commit}>
          {step === "importing" ? "Importing…" : words}
        </Button>
      )}
      <FormMessage
        error={done?.status === "failed" ? done.message : null}
        done={done?.status === "done" ? `${importedInWords(done.value)}.` : null}
      />
    </div>
  );
}
