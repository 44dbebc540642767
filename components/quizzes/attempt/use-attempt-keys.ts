"use client";

import type { AttemptWork } from "@/components/quizzes/attempt/use-attempt";
import { viewOf } from "@/components/questions/registry";
import { useKeys } from "@/components/study/use-keys";
import { useShortcutsSetting } from "@/components/study/use-shortcuts-setting";
import type { AttemptView } from "@/lib/domain/quizzes/attempt-contract";

type AttemptKeysOptions = {
  view: AttemptView;
  work: AttemptWork;
  place: { index: number; go: (index: number) => void };
};

/** N and P go on and back, G flags, the keys of the question's kind answer; Ctrl+Enter goes on. */
export function useAttemptKeys({ view, work, place }: AttemptKeysOptions): void {
  const [shortcuts] = useShortcutsSetting();
  const asked = view.questions[place.index];

  const answerBy = (key: string): boolean => {
    if (!asked || work.phase !== "working") return false;
    const { kind, body } = asked.question;
    const pressed = viewOf(kind).press?.(work.draftOf(asked), key, body) ?? null;
    if (pressed !== null) work.setDraft(asked, pressed);
    return pressed !== null;
  };

  const acts: Record<string, () => void> = {
    n: () => {
      place.go(place.index + 1);
    },
    p: () => {
      place.go(place.index - 1);
    },
    g: () => {
      if (!asked) return;
      const flagged = work.state.answers.get(asked.position)?.current.flagged ?? false;
      work.saver.edit(asked.position, { flagged: !flagged });
    },
  };

  useKeys((key, { typing }) => {
    if (key === "Ctrl+Enter") {
      acts["n"]?.();
      return true;
    }
    if (typing || !shortcuts) return false;
    if (answerBy(key)) return true;
    const act = acts[key.toLowerCase()];
    act?.();
    return act !== undefined;
  });
}
