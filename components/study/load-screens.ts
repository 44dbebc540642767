import type { Kind } from "@/lib/domain/questions/registry";

/** Loads what a session with questions of these kinds may still open; offline it could not be fetched. */
export const loadScreens = (kinds: readonly Kind[]): Promise<unknown> =>
  Promise.all([
    kinds.includes("kubectl") ? import("@/lib/domain/kubectl/complete") : null,
    import("@/components/study/study-panel"),
    import("@/components/study/study-summary"),
    import("@/components/study/lesson-screen"),
    import("@/components/reports/report-dialog"),
    import("@/components/offline/settled-answers"),
  ]);
