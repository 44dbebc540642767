/** Who may do what with a quiz that is being built. */
import type { Actor } from "@/lib/domain/access/actor";

export type QuizFacts = {
  ownerId: string;
  /** The actor is an instructor of a class that it is assigned to. */
  isInOwnClass: boolean;
};

export const canBuildQuizzes = (actor: Actor): boolean =>
  !actor.isGuest && (actor.role === "instructor" || actor.role === "admin");

/** With its keys: previewing and printing. */
export const canSeeQuiz = (actor: Actor, { ownerId, isInOwnClass }: QuizFacts): boolean =>
  actor.id === ownerId || isInOwnClass;

export const canEditQuiz = (actor: Actor, { ownerId }: QuizFacts): boolean =>
  actor.id === ownerId && canBuildQuizzes(actor);
