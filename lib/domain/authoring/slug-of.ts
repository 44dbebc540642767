const MOST_CHARACTERS = 48;

/** "Café: a Pod's phases" → "cafe-a-pod-s-phases"; empty when no letter or digit is left. */
export function slugOf(text: string): string {
  const words = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[a-z0-9]+/gu);
  return (words ?? []).join("-").slice(0, MOST_CHARACTERS).replace(/-$/u, "");
}
