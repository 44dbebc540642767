/** Who may contest a mark, and who may change a key for whom. */
import type { Actor } from "@/lib/domain/access/actor";

export type AppealFacts = {
  isSubmitted: boolean;
  /** Right or wrong is shown to the student. */
  seesVerdicts: boolean;
  isReleased: boolean;
  isArchived: boolean;
};

/** Once there is something to contest. */
export const canAppeal = ({
  isSubmitted,
  seesVerdicts,
  isReleased,
  isArchived,
}: AppealFacts): boolean => isSubmitted && !isArchived && (seesVerdicts || isReleased);

/**
 * What is right in an instructor's classes is theirs to say; the key that everybody is
 * judged by belongs to the bank's owner, or to the admins where it comes with the service.
 */
export const canAddKeyEverywhere = (
  actor: Actor,
  { ownerId }: { ownerId: string | null },
): boolean => (ownerId === null ? actor.role === "admin" : ownerId === actor.id);

export type AdditionFacts = {
  everywhere: boolean;
  addedById: string;
  /** Where it counts, if not everywhere. */
  classIds: readonly string[];
  /** Of the question's bank. */
  ownerId: string | null;
  /** Classes that the actor instructs. */
  instructs: ReadonlySet<string>;
};

/**
 * Whoever could add an answer to everybody's key may take it out again; what counts in classes
 * only, whoever added it, or instructs all of these.
 */
export const canTakeBack = (actor: Actor, facts: AdditionFacts): boolean =>
  facts.everywhere
    ? canAddKeyEverywhere(actor, facts)
    : facts.addedById === actor.id || facts.classIds.every((id) => facts.instructs.has(id));
