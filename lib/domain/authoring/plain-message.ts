const TOO_FEW = /^Too small: expected (?:array|record) to have >=(\d+)/u;
const TOO_MANY = /^Too big: expected array to have <=(\d+)/u;

/** What a schema says of a field, as an author at a form reads it. */
export function plainMessage(message: string): string {
  if (/^Missing field|^Too small: expected string/u.test(message)) return "Fill this in.";
  const few = TOO_FEW.exec(message)?.[1];
  if (few !== undefined) return few === "1" ? "Give at least one." : `Give at least ${few}.`;
  const many = TOO_MANY.exec(message)?.[1];
  if (many !== undefined) return `Give at most ${many}.`;
  if (message.startsWith("Invalid URL")) return "Give an address that starts with https://";
  return message;
}
