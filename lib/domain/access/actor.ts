export const ROLES = ["learner", "instructor", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** Whoever sent the request, as the database knew them at that moment. */
export type Actor = {
  id: string;
  role: Role;
  /** Has not signed up yet: everything works, but only in this browser. */
  isGuest: boolean;
  name: string;
  email: string | null;
};
