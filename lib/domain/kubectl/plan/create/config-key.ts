/** What kubectl says of a key that neither a ConfigMap nor a Secret takes; null when they do. */
const VALID_KEY = /^[-._a-zA-Z0-9]+$/;

export function keyProblem(key: string): string | null {
  if (!VALID_KEY.test(key)) {
    return "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')";
  }
  if (key === "." || key === "..") return `must not be '${key}'`;
  return key.startsWith("..") ? "must not start with '..'" : null;
}
