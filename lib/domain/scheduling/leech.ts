/**
 * A leech is a question that is forgotten again and again. At four lapses, and at each
 * four further ones, asking it once more is not enough: it becomes a lesson.
 */
export const LAPSES_OF_A_LEECH = 4;

const isLeech = (lapses: number): boolean => lapses >= LAPSES_OF_A_LEECH;

/** The number of lapses at which the last lesson fell due; 0 when none has. */
export const lessonLapse = (lapses: number): number =>
  Math.floor(lapses / LAPSES_OF_A_LEECH) * LAPSES_OF_A_LEECH;

/** Whether a card that has just lapsed so often has become a lesson. */
export const isLessonLapse = (lapses: number): boolean =>
  isLeech(lapses) && lapses % LAPSES_OF_A_LEECH === 0;

/** Whether a lesson waits. `lessonAtLapse` is where the learner went through the last one. */
export const needsLesson = (lapses: number, lessonAtLapse: number | null): boolean =>
  lessonLapse(lapses) > (lessonAtLapse ?? 0);
