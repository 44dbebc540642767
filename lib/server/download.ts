/** A file to save, sent in pieces as they are made, however large it is. */
export type Download = { name: string; pieces: AsyncGenerator<string | Uint8Array> };

/** YYYY-MM-DD, for names of files. */
export const fileDate = (now: Date): string => now.toISOString().slice(0, 10);
