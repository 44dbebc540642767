/** Who is in the demo's class, and how each of them studies. Pure: the same seed gives the same class. */
import { seededRandom } from "@/lib/domain/questions/seeded-random";

export const DEMO_DAYS = 60;
const DAY_MS = 86_400_000;

export const daysFrom = (now: Date, days: number): Date => new Date(now.getTime() + days * DAY_MS);

/** Addresses that nobody can have: whoever has one was made for the demo. */
export const DEMO_DOMAIN = "demo.invalid";

export type DemoStaff = { name: string; email: string; role: "instructor" | "assistant" };

export const DEMO_STAFF: readonly DemoStaff[] = [
  { name: "Ines Okafor", email: `instructor@${DEMO_DOMAIN}`, role: "instructor" },
  { name: "Tomasz Wolski", email: `assistant@${DEMO_DOMAIN}`, role: "assistant" },
];

/** "absent" never studies, "crammer" only in the last days, "stubborn" keeps losing a few questions. */
type Habit = "steady" | "absent" | "crammer" | "stubborn" | "dropout";

export type DemoLearner = {
  name: string;
  email: string;
  habit: Habit;
  section: "Monday lab" | "Thursday lab";
  timeZone: string;
  exam: "cka" | "ckad";
  /** Days from now to the exam; null without a date. */
  examInDays: number | null;
  /** Days from now, both ends included, without study. */
  daysOff: { from: number; to: number } | null;
  newPerDay: number;
  desiredRetention: number;
  /** Days of the demo in which they study, counted back from now. */
  fromDaysAgo: number;
  toDaysAgo: number;
  skipped: number;
  /** After their day's start at four. */
  startMinutes: number;
  priorKnowledge: number;
  accommodation: { timeMultiplier: number; extraDays: number } | null;
};

const NAMES = `Amara Diallo|Ben Castellanos|Chloé Fournier|Daniel Weiss|Elif Yıldız|Farid Haddad|Grace Mwangi|Hana Kobayashi|Ivan Petrov|Julia Lindqvist|Kofi Asante|Lena Hoffmann|Mateo Rojas|Nadia Rahman|Oskar Nowak|Priya Iyer|Quentin Moreau|Rosa Almeida|Samir Khan|Teresa Ricci|Uma Krishnan|Viktor Horvat|Wen Zhang|Ximena Torres|Yusuf Demir|Zoë de Vries|Aoife Byrne|Bruno Tavares|Carla Jensen|Dmitri Volkov`;

const ZONES = [
  "Europe/Berlin",
  "Europe/Berlin",
  "Europe/Berlin",
  "Asia/Kolkata",
  "America/Los_Angeles",
];

/** The first is who signs in as a student: steady, with an exam ahead. */
export function demoLearners(seed: string): DemoLearner[] {
  return NAMES.split("|").map((name, index) => learner(seed, name, index));
}

const SPECIAL: Record<number, Habit> = { 4: "stubborn", 9: "absent", 14: "crammer", 21: "dropout" };

/** Who signs in to look around: steady, with an exam ahead. */
const STUDENT: Partial<DemoLearner> = {
  email: `student@${DEMO_DOMAIN}`,
  timeZone: "Europe/Berlin",
  exam: "cka",
  examInDays: 34,
  newPerDay: 10,
  skipped: 0.01,
};

const OF_HABIT: Record<Habit, Partial<DemoLearner>> = {
  steady: {},
  absent: {},
  stubborn: {},
  crammer: { newPerDay: 45, fromDaysAgo: 5 },
  dropout: { toDaysAgo: 24 },
};

function learner(seed: string, name: string, index: number): DemoLearner {
  const { below } = seededRandom(`${seed} ${index}`, "person");
  const within = (least: number, most: number) => least + below(most - least + 1);
  const habit = SPECIAL[index] ?? "steady";
  return {
    name,
    email: `${plain(name.slice(0, name.indexOf(" ")))}@${DEMO_DOMAIN}`,
    habit,
    section: index % 2 === 0 ? "Monday lab" : "Thursday lab",
    timeZone: ZONES[index % ZONES.length] ?? "UTC",
    exam: below(3) > 0 ? "cka" : "ckad",
    examInDays: below(4) === 0 ? null : within(12, 90),
    daysOff: below(3) === 0 ? breakOf(within(12, 40), within(3, 8)) : null,
    newPerDay: within(4, 14),
    desiredRetention: within(0, 3) === 0 ? 0.92 : 0.9,
    fromDaysAgo: DEMO_DAYS - within(0, 6),
    toDaysAgo: 0,
    skipped: within(2, 32) / 100,
    startMinutes: within(2, 17) * 60,
    priorKnowledge: within(18, 62) / 100,
    accommodation: index === 6 ? { timeMultiplier: 1.5, extraDays: 2 } : null,
    ...OF_HABIT[habit],
    ...(index === 0 ? STUDENT : {}),
  };
}

const breakOf = (daysAgo: number, days: number) => ({ from: -daysAgo, to: -daysAgo + days - 1 });

const plain = (name: string): string =>
  name
    .normalize("NFD")
    .replaceAll(/[^A-Za-z]/gu, "")
    .toLowerCase();
