"use client";

import Link from "next/link";
import { useState } from "react";

import { OutcomeBadge } from "@/components/banks/memory-state";
import type { KeptAnswer } from "@/components/offline/kept-answers";
import type { Outbox } from "@/components/offline/outbox";
import { SettledVerdict } from "@/components/offline/settled-verdict";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { plainText } from "@/components/ui/markdown";

type SettledAnswersProps = {
  open: boolean;
  onClose: () => void;
  answers: readonly KeptAnswer[];
  outbox: Outbox;
};

/** What became of the answers that were given without a connection. */
export function SettledAnswers({ open, onClose, answers, outbox }: SettledAnswersProps) {
  const graded = answers.filter(({ status }) => status === "graded");
  return (
    <Dialog open={open && answers.length > 0} title="Answers from before" onClose={onClose}>
      <ol className="-mt-2 divide-y divide-line">
        {answers.map((answer) => (
          <li key={answer.id} className="flex flex-col gap-2 py-3">
            {answer.status === "refused" ? (
              <RefusedAnswer answer={answer} outbox={outbox} />
            ) : (
              <GradedAnswer answer={answer} />
            )}
          </li>
        ))}
      </ol>
      {graded.length > 0 ? (
        <Button
          look="primary"
          className="mt-3 w-full"
          onClick={() => {
            onClose();
            void outbox.forget(graded.map(({ id }) => id));
          }}
        >
          I have seen them
        </Button>
      ) : null}
    </Dialog>
  );
}

const QuestionLink = ({ question }: Pick<KeptAnswer, "question">) => (
  <Link
    href={`/banks/${question.id}`}
    className="min-w-0 flex-1 truncate underline-offset-3 hover:underline"
  >
    {plainText(question.prompt.split("\n")[0] ?? "")}
  </Link>
);

function GradedAnswer({ answer }: { answer: KeptAnswer }) {
  const [shown, setShown] = useState(false);
  const { question, outcome } = answer;
  return (
    <>
      <div className="flex items-center gap-3">
        <QuestionLink question={question} />
        {outcome ? <OutcomeBadge outcome={outcome} /> : null}
        <Button
          size="small"
          aria-expanded={shown}
          onClick={() => {
            setShown(!shown);
          }}
        >
          {outcome === "self-mark" ? "Mark it" : "Verdict"}
        </Button>
      </div>
      {shown ? <SettledVerdict answer={answer} /> : null}
    </>
  );
}

function RefusedAnswer({ answer, outbox }: { answer: KeptAnswer; outbox: Outbox }) {
  return (
    <>
      <div className="flex items-center gap-3">
        <QuestionLink question={answer.question} />
        <Badge tone="bad">not taken</Badge>
      </div>
      <p className="text-sm text-muted">{answer.reason}</p>
      <div className="flex gap-2">
        <Button size="small" onClick={() => void outbox.sendAgain(answer)}>
          Send again
        </Button>
        <Button size="small" look="quiet" onClick={() => void outbox.forget([answer.id])}>
          Throw away
        </Button>
      </div>
    </>
  );
}
