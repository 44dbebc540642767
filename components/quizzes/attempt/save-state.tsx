import { Check, CloudOff, LoaderCircle, TriangleAlert } from "lucide-react";

import type { SaverState } from "@/components/quizzes/attempt/answer-saver";
import { isUnsaved } from "@/lib/domain/quizzes/answer-sync";

/** Whether the server has everything, in a word. Said politely when it changes. */
export function SaveState({ state }: { state: SaverState }) {
  const { icon: Icon, text, tone } = stateOf(state);
  return (
    <p role="status" className={`flex items-center gap-1.5 text-sm font-medium ${tone}`}>
      <Icon aria-hidden className="size-4 shrink-0" />
      <span>{text}</span>
    </p>
  );
}

function stateOf({ answers, isOffline, refusal }: SaverState) {
  const all = [...answers.values()];
  if (refusal !== null) return { icon: TriangleAlert, text: "Not saved", tone: "text-bad" };
  if (all.some(({ conflict }) => conflict !== null)) {
    return { icon: TriangleAlert, text: inShort("Two versions", ": choose one"), tone: "text-bad" };
  }
  if (isOffline) {
    return {
      icon: CloudOff,
      text: inShort("Offline: kept", " on this device"),
      tone: "text-partly",
    };
  }
  return all.some(isUnsaved)
    ? { icon: LoaderCircle, text: "Saving…", tone: "text-muted" }
    : { icon: Check, text: "Saved", tone: "text-muted" };
}

/** Phones have no room for the rest of it beside the title and the clock: there it is only read aloud. */
const inShort = (text: string, rest: string) => (
  <>
    {text}
    <span className="max-sm:sr-only">{rest}</span>
  </>
);
