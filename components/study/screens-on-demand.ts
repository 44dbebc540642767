/** What a question is asked without: each screen comes when it is wanted, or before that. */
import { StudyLoading } from "@/components/study/study-placeholders";
import { onDemand } from "@/components/ui/on-demand";
import type { PublicQuestion } from "@/lib/domain/questions/to-public";

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

const showsDiagram = ({ exhibits }: PublicQuestion): boolean =>
  exhibits.some(({ type }) => type === "diagram");

/** Loads what the next minutes need, while the first question is thought about. */
export const loadNextScreens = (questions: readonly PublicQuestion[]): Promise<unknown> =>
  Promise.all([
    VerdictScreen.preload(),
    questions.some(showsDiagram) ? import("@/components/diagrams/diagram-exhibit") : null,
  ]);

/** Loads what a session with these questions may still open; offline it could not be fetched. */
export const loadScreens = (questions: readonly PublicQuestion[]): Promise<unknown> =>
  Promise.all([
    loadNextScreens(questions),
    ...[LessonScreen, StudySummary, StudyPanel, ReportDialog].map((screen) => screen.preload()),
    questions.some(({ kind }) => kind === "kubectl")
      ? import("@/lib/domain/kubectl/complete")
      : null,
    import("@/components/ui/parsed-markdown"),
    import("@/components/offline/settled-answers"),
  ]);
