/** Signs with a meaning in GIFT, and how a text escapes them. */
export const escapeGift = (text: string): string =>
  text
    .replaceAll(/\r\n?/gu, "\n")
    .replaceAll(/[\\~=#{}:]/gu, "\\$&")
    .replaceAll("\n", "\\n");

/** A backslash before any other character is one. */
export const unescapeGift = (text: string): string =>
  text.replaceAll(/\\([\\~=#{}:n])/gu, (_, sign: string) => (sign === "n" ? "\n" : sign));

/** Offsets of the signs of a text that no backslash escapes, in order. */
export function signsIn(text: string, signs: string): number[] {
  const places: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (signs.includes(text.charAt(at))) places.push(at);
  }
  return places;
}

/** The first place of `part` that no backslash escapes; -1 if there is none. */
export function findUnescaped(text: string, part: string, from = 0): number {
  const [first = ""] = part;
  for (let at = from; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === first && text.startsWith(part, at)) return at;
  }
  return -1;
}
