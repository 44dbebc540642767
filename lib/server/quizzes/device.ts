/** From where an attempt is taken, as far as the request says; `session` is the id of the sign-in. */
export type Device = { address: string; agent: string | null; session: string | null };
