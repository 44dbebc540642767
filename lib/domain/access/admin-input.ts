import { z } from "zod";

import { ROLES } from "@/lib/domain/access/actor";

const userId = z.uuid().toLowerCase();

export const RoleChangeSchema = z.strictObject({ userId, role: z.enum(ROLES) });
export type RoleChange = z.output<typeof RoleChangeSchema>;

export const PersonRefSchema = z.strictObject({ userId });
export type PersonRef = z.output<typeof PersonRefSchema>;
