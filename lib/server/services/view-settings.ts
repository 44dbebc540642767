import type { Actor } from "@/lib/domain/access/actor";
import type { StudySettings } from "@/lib/domain/study/study-settings";
import { getCatalogue } from "@/lib/server/content/catalogue";
import { database } from "@/lib/server/db/client";
import { listReportsOf } from "@/lib/server/db/problem-reports";
import { getStudySettings } from "@/lib/server/db/study-settings";
import { toOwnReport, type OwnReport } from "@/lib/server/study/own-report";

export type SettingsView = {
  settings: StudySettings;
  exams: { id: string; title: string }[];
  timeZones: string[];
  /** The problems that they reported last. */
  reports: OwnReport[];
};

const MOST_REPORTS = 20;

/** What a learner chose, and what there is to choose from. */
export async function viewSettings(actor: Actor): Promise<SettingsView> {
  const [settings, { curriculum }, reports] = await Promise.all([
    getStudySettings(database(), actor.id),
    getCatalogue(),
    listReportsOf(database(), actor.id, { most: MOST_REPORTS }),
  ]);
  const known = ["UTC", ...Intl.supportedValuesOf("timeZone")];
  return {
    settings,
    exams: curriculum.exams.map(({ id, title }) => ({ id, title })),
    // A zone may go by another name here than on the learner's device.
    timeZones: [...new Set([settings.timeZone, ...known])].sort(),
    reports: reports.map(toOwnReport),
  };
}
