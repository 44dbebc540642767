/** From where an attempt is taken, as far as the request says. */
export type Device = { address: string; agent: string | null };
