import type { Panel } from "@/components/study/panel";
import type { StudySession } from "@/components/study/use-session";

type ScreenKeysOptions = {
  study: StudySession;
  onPanel: (panel: Panel) => void;
  onReport: () => void;
};

/** What the letters do on every screen of a question. True when the key meant something. */
export function screenKeys({ study, onPanel, onReport }: ScreenKeysOptions) {
  const acts: Record<string, () => void> = {
    z: () => void study.undo(),
    l: () => void study.toggleFlag(),
    b: () => void study.act("bury"),
    s: () => void study.act("suspend"),
    r: onReport,
    x: () => {
      onPanel("afresh");
    },
    u: () => {
      onPanel("recent");
    },
    m: () => {
      onPanel("menu");
    },
    "?": () => {
      onPanel("help");
    },
  };
  return (key: string): boolean => {
    const act = acts[key.toLowerCase()];
    act?.();
    return act !== undefined;
  };
}
