import type { SchedulingSettings } from "@/lib/domain/scheduling/card";

/** Settings under which dates are those of the published figures: default weights, no fuzz. */
export const plainSettings: SchedulingSettings = {
  timeZone: "UTC",
  dayStartHour: 4,
  desiredRetention: 0.9,
  maximumIntervalDays: 36_500,
  fuzz: false,
  learningSteps: true,
  weights: [],
  exam: null,
  examDate: null,
  daysOff: [],
};
