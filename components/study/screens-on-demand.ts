/** What a question is asked without: each screen comes when it is wanted, or before that. */
import { StudyLoading } from "@/components/study/study-placeholders";
import { onDemand } from "@/components/ui/on-demand";
import type { Kind } from "@/lib/domain/questions/registry";

export const VerdictScreen = onDemand(
  () => import("@/components/study/verdict-screen").then((module) => module.VerdictScreen),
  StudyLoading,
);
export const LessonScreen = onDemand(
  () => import("@/components/study/lesson-screen").then((module) => module.LessonScreen),
  StudyLoading,
);
export const StudySummary = onDemand(
  () => import("@/components/study/study-summary").then((module) => module.StudySummary),
  StudyLoading,
);
export const StudyPanel = onDemand(() =>
  import("@/components/study/study-panel").then((module) => module.StudyPanel),
);
export const ReportDialog = onDemand(() =>
  import("@/components/reports/report-dialog").then((module) => module.ReportDialog),
);

/** Loads what a session with questions of these kinds may still open; offline it could not be fetched. */
export const loadScreens = (kinds: readonly Kind[]): Promise<unknown> =>
  Promise.all([
    ...[VerdictScreen, LessonScreen, StudySummary, StudyPanel, ReportDialog].map((screen) =>
      screen.preload(),
    ),
    kinds.includes("kubectl") ? import("@/lib/domain/kubectl/complete") : null,
    import("@/components/ui/parsed-markdown"),
    import("@/components/offline/settled-answers"),
  ]);
