/**
 * Typed answers as Moodle compares them: `*` stands for any text, `\*` for an asterisk.
 * Ours are compared as they stand.
 */
export const escapePattern = (text: string): string => text.replaceAll("*", "\\*");

export const unescapePattern = (pattern: string): string => pattern.replaceAll("\\*", "*");

export const hasWildcard = (pattern: string): boolean => /(?<!\\)\*/u.test(pattern);

/** Moodle's "any other answer": it has feedback, and is no answer in particular. */
export const ANYTHING = "*";
