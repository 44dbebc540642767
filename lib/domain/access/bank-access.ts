/**
 * Who writes questions. A private bank is its owner's alone to write; what it asks may be
 * studied by them and by whoever is in a class that it is shared with.
 */
import type { Actor } from "@/lib/domain/access/actor";

export type BankFacts = {
  /** Null for a bank that comes with the service: nobody edits it here. */
  ownerId: string | null;
};

/** Guests have no account that a bank could belong to. */
export const canAuthor = (actor: Actor): boolean =>
  !actor.isGuest && (actor.role === "instructor" || actor.role === "admin");

/** With its keys, drafts and versions. */
export const canEditBank = (actor: Actor, { ownerId }: BankFacts): boolean =>
  canAuthor(actor) && ownerId === actor.id;
