/** What the questions cover, and what they lack: counts by bank, kind, exam, note and erratum. */
import type { Erratum, Stance } from "@/lib/domain/questions/study-notes";

export type Counts = Record<string, number>;

export type BankCoverage = {
  id: string;
  title: string;
  questions: number;
  kinds: Counts;
  /** How many questions the notes are worth here; 0 for what goes beyond them. */
  worth: number;
};

export type DomainCoverage = {
  id: string;
  title: string;
  questions: number;
  /** Percent of the exam. */
  weight: number;
  /** Percent of the questions that serve the exam, to a tenth. */
  share: number;
  competencies: { id: string; title: string; questions: number }[];
};

export type ExamCoverage = {
  id: string;
  title: string;
  /** Questions that serve it, once for each domain they serve. */
  served: number;
  domains: DomainCoverage[];
};

export type NoteCoverage = {
  id: string;
  title: string;
  /** `worth`: how many good questions the section has in it; 0 for headings. */
  sections: { title: string; worth: number; questions: number }[];
};

/** `questions`: the ids of those that put the statement right. */
export type ErratumCoverage = Omit<Erratum, "because"> & {
  because: string | null;
  questions: string[];
};

export type Coverage = {
  total: number;
  /** Questions whose parameters make a variant differ each time. */
  parameterised: number;
  /** Questions without a section of the notes: beyond them. */
  beyondNotes: number;
  kinds: Counts;
  difficulties: Counts;
  banks: BankCoverage[];
  exams: ExamCoverage[];
  notes: NoteCoverage[];
  errata: ErratumCoverage[];
  stances: Record<Stance, number>;
  gaps: CoverageGap[];
};

/** Something missing, and what an author does about it. */
export type CoverageGap = {
  about: "bank" | "kind" | "domain" | "competency" | "section" | "erratum";
  /** Of a section: its note's id and its title, with " / " between. */
  id: string;
  problem: string;
  remedy: string;
};

/** Share of questions and weight in the exam may be so many points apart. */
export const POINTS_APART = 5;

/** How far a domain's share is above (or, negative, below) its weight, to a tenth of a point. */
export const pointsOff = ({ share, weight }: { share: number; weight: number }): number =>
  Math.round((share - weight) * 10) / 10;
