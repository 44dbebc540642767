const MOST_CHARACTERS = 60;

/** Words and digits of a text, joined by hyphens, as an id; "" when there are none. */
export function slugOf(text: string): string {
  const words = text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[a-z0-9]+/gu);
  const slug = (words ?? []).join("-");
  if (slug.length <= MOST_CHARACTERS) return slug;
  const cut = slug.slice(0, MOST_CHARACTERS + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf("-"), 0) || MOST_CHARACTERS);
}
