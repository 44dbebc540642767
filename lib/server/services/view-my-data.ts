import type { Actor } from "@/lib/domain/access/actor";
import { catalogueFor } from "@/lib/server/content/catalogue";
import { database } from "@/lib/server/db/client";
import { findAnswered } from "@/lib/server/db/export-rows";
import { getCredentials } from "@/lib/server/db/people";

export type MyDataView = {
  /** Banks with questions that the actor has answered. */
  banks: { id: string; title: string; answered: number }[];
  hasPassword: boolean;
};

/** What there is to take along. */
export async function viewMyData(actor: Actor): Promise<MyDataView> {
  const [{ banks, questions }, answered, { passwordHash }] = await Promise.all([
    catalogueFor(actor.id),
    findAnswered(actor.id),
    getCredentials(database(), actor.id),
  ]);
  const known = [...questions.values()].filter(({ content }) => answered.has(content.id));
  return {
    banks: banks
      .map(({ id, title }) => ({
        id,
        title,
        answered: known.filter(({ content }) => content.bank === id).length,
      }))
      .filter(({ answered: count }) => count > 0),
    hasPassword: passwordHash !== null,
  };
}
