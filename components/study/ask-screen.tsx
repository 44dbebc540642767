"use client";

import { Lightbulb } from "lucide-react";
import { useRef, type RefObject } from "react";

import { viewOf } from "@/components/questions/registry";
import { ActionBar } from "@/components/study/action-bar";
import { QuestionCard } from "@/components/study/question-card";
import type { Asked } from "@/components/study/session";
import { useKeys } from "@/components/study/use-keys";
import type { StudySession } from "@/components/study/use-session";
import { useAnnounce } from "@/components/ui/announcer";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";

type AskScreenProps = {
  study: StudySession;
  asked: Asked;
  bankTitle: string;
  shortcuts: boolean;
  /** Keys that mean the same on every screen of a question. */
  onScreenKey: (key: string) => boolean;
};

export function AskScreen({ study, asked, bankTitle, shortcuts, onScreenKey }: AskScreenProps) {
  const announce = useAnnounce();
  const form = useRef<HTMLFormElement>(null);
  const { question } = asked.item;
  const answer = viewOf(question.kind).toAnswer(asked.draft, question.body);
  const { phase } = study.session;
  const sending = phase === "sending";

  const acts = {
    hint: () => {
      study.showHint();
      if (question.hint && !asked.hintShown) announce(`Hint: ${question.hint}`);
    },
    giveUp: () => void study.submit({ kind: question.kind, gaveUp: true }),
  };
  const enabled = shortcuts && phase === "asking";
  useAskKeys({ form, asked, enabled, onDraft: study.draft, acts, onScreenKey });

  return (
    <form
      ref={form}
      // Shown by the server already: nothing that is typed or pressed before it works may get lost.
      inert={phase === "opening"}
      className="flex flex-1 flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        if (answer) void study.submit(answer);
        else if (phase !== "opening") announce("Finish your answer first.", { visible: true });
      }}
    >
      <QuestionCard
        asked={asked}
        opening={phase === "opening"}
        disabled={sending}
        bankTitle={bankTitle}
        onDraft={study.draft}
      />
      <ActionBar>
        <div className="flex flex-wrap items-center gap-2">
          <Helps
            disabled={sending}
            hasHint={question.hint !== null && !asked.hintShown}
            onHint={acts.hint}
            onGiveUp={acts.giveUp}
          />
          <Button
            type="submit"
            look="primary"
            size="large"
            aria-disabled={!answer || sending}
            className="ms-auto min-w-32"
          >
            {sending ? "Checking…" : "Check"}
            <Kbd>Enter</Kbd>
          </Button>
        </div>
      </ActionBar>
    </form>
  );
}

type Acts = Record<"hint" | "giveUp", () => void>;

const LETTERS: Record<string, keyof Acts> = { h: "hint", d: "giveUp" };

type AskKeysOptions = {
  form: RefObject<HTMLFormElement | null>;
  asked: Asked;
  /** Single keys; Enter and Escape always work. */
  enabled: boolean;
  onDraft: (draft: unknown) => void;
  acts: Acts;
  onScreenKey: (key: string) => boolean;
};

function useAskKeys({ form, asked, enabled, onDraft, acts, onScreenKey }: AskKeysOptions) {
  const { question } = asked.item;
  const pressKey = (key: string): boolean => {
    const pressed = viewOf(question.kind).press?.(asked.draft, key, question.body) ?? null;
    if (pressed !== null) {
      onDraft(pressed);
      return true;
    }
    const act = LETTERS[key.toLowerCase()];
    if (!act) return onScreenKey(key);
    acts[act]();
    return true;
  };

  useKeys((key, { typing, pressable }) => {
    if (key === "Ctrl+Enter" || (key === "Enter" && !typing && !pressable)) {
      form.current?.requestSubmit();
      return true;
    }
    if (typing) return key === "Escape" && leaveField();
    return enabled && pressKey(key);
  });
}

/** The letters then work as keys of the screen. */
function leaveField(): boolean {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  return true;
}

type HelpsProps = {
  hasHint: boolean;
  disabled: boolean;
  onHint: () => void;
  onGiveUp: () => void;
};

function Helps({ hasHint, disabled, onHint, onGiveUp }: HelpsProps) {
  return (
    <>
      <Button look="quiet" disabled={disabled} onClick={onGiveUp} className="-ms-2 px-2.5! sm:ms-0">
        I don’t know
        <Kbd className="text-faint">D</Kbd>
      </Button>
      {hasHint ? (
        <Button look="quiet" disabled={disabled} onClick={onHint} className="px-2.5!">
          <Lightbulb aria-hidden className="size-4" />
          Hint
          <Kbd className="text-faint">H</Kbd>
        </Button>
      ) : null}
    </>
  );
}
