/** Who sees all people of the server, gives them roles and shuts their accounts. */
import type { Actor } from "@/lib/domain/access/actor";

export const canAdminister = ({ role }: Pick<Actor, "role">): boolean => role === "admin";
