"use client";

import { Dices, Lightbulb } from "lucide-react";
import { useState } from "react";

import { tryAnswer } from "@/components/author/editor/author-api";
import { TriedVerdict } from "@/components/author/editor/tried-verdict";
import { AskedQuestion } from "@/components/questions/asked-question";
import { viewOf } from "@/components/questions/registry";
import { FormMessage } from "@/components/form/form-message";
import { Refused } from "@/components/study/api-client";
import { Button } from "@/components/ui/button";
import type { QuestionRef, TriedAnswer } from "@/lib/domain/authoring/editor-contract";
import type { Answer } from "@/lib/domain/questions/grade-answer";
import type { Kind } from "@/lib/domain/questions/registry";
import type { PublicQuestion } from "@/lib/domain/questions/to-public";

type PreviewPanelProps = {
  questionRef: QuestionRef;
  bankTitle: string;
  source: string;
  variant: number;
  /** Null until there is enough to be asked. */
  question: PublicQuestion | null;
  /** Nothing has been said of the question yet. */
  isFirst: boolean;
  /** Errors keep the newest text from being shown. */
  isOld: boolean;
  hasVariants: boolean;
  onVariant: () => void;
};

/** Kinds with options or items in an order of chance. */
const SHUFFLED: ReadonlySet<Kind> = new Set([
  "single",
  "multiple",
  "true-false",
  "match",
  "order",
  "blanks",
]);

/** The question as a learner meets it, to be answered: graded as theirs would be. */
export function PreviewPanel(props: PreviewPanelProps) {
  const { question, isFirst, isOld, onVariant, hasVariants } = props;
  if (!question) {
    return (
      <p className="rounded-xl border border-dashed border-line px-6 py-10 text-center text-muted">
        {isFirst ? "One moment…" : "The question appears here once its own fields are filled in."}
      </p>
    );
  }
  return (
    <div className="flex flex-col gap-4 rounded-xl border border-line bg-canvas p-4 sm:p-5">
      {isOld ? (
        <p role="status" className="text-sm font-medium text-partly">
          As it was before the last error.
        </p>
      ) : null}
      {/* Another question, or another variant, is answered anew. */}
      <Attempt key={JSON.stringify(question)} {...props} question={question} />
      {hasVariants || SHUFFLED.has(question.kind) ? (
        <Button look="quiet" size="small" className="self-start" onClick={onVariant}>
          <Dices aria-hidden className="size-4" />
          {hasVariants ? "Another variant" : "Shuffle again"}
        </Button>
      ) : null}
    </div>
  );
}

type Tried = { answer: Answer; result: TriedAnswer };

function Attempt({
  questionRef,
  bankTitle,
  source,
  variant,
  question,
}: PreviewPanelProps & { question: PublicQuestion }) {
  const view = viewOf(question.kind);
  const [draft, setDraft] = useState<unknown>(() => view.start(question.body));
  const [hintShown, setHintShown] = useState(false);
  const { tried, problem, pending, send, again } = useTry(questionRef, source, variant);
  const answer = view.toAnswer(draft, question.body);

  if (tried) {
    return <TriedVerdict question={question} tried={tried} onAgain={again} />;
  }
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (answer) void send(answer);
      }}
    >
      <AskedQuestion
        question={question}
        bankTitle={bankTitle}
        draft={draft}
        onDraft={setDraft}
        disabled={pending}
        hintShown={hintShown}
        promptId="preview-prompt"
      />
      <FormMessage error={problem} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" disabled={answer === null || pending}>
          {pending ? "Checking…" : "Try this answer"}
        </Button>
        <Button disabled={pending} onClick={() => void send({ kind: question.kind, gaveUp: true })}>
          Show the answer
        </Button>
        {question.hint && !hintShown ? (
          <Button
            look="quiet"
            onClick={() => {
              setHintShown(true);
            }}
          >
            <Lightbulb aria-hidden className="size-4" />
            Hint
          </Button>
        ) : null}
      </div>
    </form>
  );
}

function useTry(ref: QuestionRef, source: string, variant: number) {
  const [tried, setTried] = useState<Tried | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  const send = async (answer: Answer) => {
    setPending(true);
    setProblem(null);
    try {
      setTried({ answer, result: await tryAnswer(ref, { source, variant, answer }) });
    } catch (error) {
      setProblem(
        error instanceof Refused ? error.message : "The server could not be reached. Try again.",
      );
    }
    setPending(false);
  };
  return {
    tried,
    problem,
    pending,
    send,
    again: () => {
      setTried(null);
    },
  };
}
