/**
 * What Kubernetes says of a selector that it cannot read.
 * Follows the parsers of k8s.io/apimachinery/pkg/labels and …/fields, which kubectl and the
 * server share; https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/.
 */
type Kind = "word" | "symbol" | "keyword" | "end" | "error";
type Token = { kind: Kind; text: string };

const SYMBOLS = new Set([")", ",", "!", "==", "=", ">", "(", "<", "!="]);
const KEYWORDS = new Set(["in", "notin"]);
const OPERATORS = new Set(["=", "==", "!=", ">", "<", "in", "notin"]);
const TOKEN = /\s*(?:([=!(),<>]+)|([^=!(),<>\s]+))/y;

/** Thrown and caught here only: what is wrong with the selector. */
class SelectorError extends Error {}

const fail = (found: Token, expected: string): never => {
  throw new SelectorError(`found '${found.text}'${expected}`);
};

/** Null when the text is a label selector. */
export function labelSelectorProblem(text: string): string | null {
  try {
    readSelector(tokensOf(text));
    return null;
  } catch (error) {
    if (error instanceof SelectorError) return error.message;
    throw error;
  }
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const [, symbols, word] of text.matchAll(new RegExp(TOKEN, "gy"))) {
    if (word !== undefined) {
      tokens.push({ kind: KEYWORDS.has(word) ? "keyword" : "word", text: word });
    } else tokens.push(...symbolsOf(symbols ?? ""));
  }
  return tokens;
}

/** The longest known symbol at each point. */
function symbolsOf(run: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < run.length;) {
    const two = run.slice(at, at + 2);
    const text = SYMBOLS.has(two) ? two : run.charAt(at);
    tokens.push({ kind: "symbol", text });
    at += text.length;
  }
  return tokens;
}

const END: Token = { kind: "end", text: "" };
/** Keywords are words where a key or a value stands. */
const isWord = (token: Token) => token.kind === "word" || token.kind === "keyword";
const isSymbol = (token: Token, text: string) => token.kind === "symbol" && token.text === text;

function readSelector(tokens: readonly Token[]): void {
  let at = 0;
  const peek = () => tokens[at] ?? END;
  const take = () => tokens[at++] ?? END;
  while (peek() !== END) {
    if (!isWord(peek()) && !isSymbol(peek(), "!")) {
      fail(peek(), ", expected: !, identifier, or 'end of string'");
    }
    inRequirement(() => {
      readRequirement(peek, take);
    });
    const next = take();
    if (next === END) return;
    if (!isSymbol(next, ",")) fail(next, ", expected: ',' or 'end of string'");
    if (!isWord(peek()) && !isSymbol(peek(), "!")) fail(peek(), ", expected: identifier after ','");
  }
}

function inRequirement(read: () => void): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof SelectorError)) throw error;
    throw new SelectorError(`unable to parse requirement: ${error.message}`);
  }
}

type Reading = () => Token;

function readRequirement(peek: Reading, take: Reading): void {
  const negated = isSymbol(peek(), "!");
  if (negated) take();
  const key = take();
  if (!isWord(key)) fail(key, ", expected: identifier");
  const wrong = labelKeyProblem(key.text);
  if (wrong !== null) {
    throw new SelectorError(`<nil>: Invalid value: ${JSON.stringify(key.text)}: ${wrong}`);
  }
  if (negated || peek() === END || isSymbol(peek(), ",")) return;
  const operator = take();
  if (!OPERATORS.has(operator.text)) fail(operator, ", expected: in, notin, =, ==, !=, gt, lt");
  const values =
    operator.kind === "keyword" ? readValues(peek, take) : [readExactValue(peek, take)];
  checkValues(key.text, operator.text, values);
}

function readExactValue(peek: Reading, take: Reading): string {
  if (peek() === END || isSymbol(peek(), ",")) return "";
  const value = take();
  return isWord(value) ? value.text : fail(value, ", expected: identifier");
}

function readValues(peek: Reading, take: Reading): string[] {
  const open = take();
  if (!isSymbol(open, "(")) fail(open, " expected: '('");
  if (isSymbol(peek(), ")")) {
    take();
    return [""];
  }
  if (!isWord(peek()) && !isSymbol(peek(), ",")) fail(peek(), ", expected: ',', ')' or identifier");
  const values: string[] = [];
  for (let token = take(); !isSymbol(token, ")"); token = take()) {
    values.push(...listed(token, peek, values.length === 0));
  }
  return values;
}

/** A value of a list, or the empty one that stands beside a stray comma. */
function listed(token: Token, peek: Reading, isFirst: boolean): string[] {
  if (isWord(token)) {
    if (!isSymbol(peek(), ",") && !isSymbol(peek(), ")")) fail(peek(), ", expected: ',' or ')'");
    return [token.text];
  }
  if (!isSymbol(token, ",")) fail(token, ", expected: ',', or identifier");
  return isWord(peek()) && !isFirst ? [] : [""];
}

const MOST_BYTES = 63;
const NAME = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const VALUE = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;
const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const NAME_RULE =
  "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
const VALUE_RULE =
  "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";

function labelKeyProblem(key: string): string | null {
  const parts = key.split("/");
  if (parts.length > 2) {
    return `a valid label key ${NAME_RULE} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`;
  }
  const name = parts.at(-1) ?? "";
  const prefix = parts.length === 2 ? (parts[0] ?? "") : null;
  if (prefix === "") return "prefix part must be non-empty";
  if (prefix !== null && !SUBDOMAIN.test(prefix)) {
    return "prefix part a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
  }
  if (name === "") return "name part must be non-empty";
  if (name.length > MOST_BYTES) return `name part must be no more than ${String(MOST_BYTES)} bytes`;
  return NAME.test(name) ? null : `name part ${NAME_RULE}`;
}

/** Values are looked at in the order of the alphabet. */
function checkValues(key: string, operator: string, values: readonly string[]): void {
  const sorted = [...new Set(values)].sort();
  sorted.forEach((value, index) => {
    const at = `values[${String(index)}]`;
    const invalid = `Invalid value: ${JSON.stringify(value)}:`;
    if ((operator === ">" || operator === "<") && !/^[-+]?\d+$/.test(value)) {
      const rule = "for 'Gt', 'Lt' operators, the value must be an integer";
      throw new SelectorError(`${at}: ${invalid} ${rule}`);
    }
    if (value.length > MOST_BYTES) {
      const rule = `must be no more than ${String(MOST_BYTES)} bytes`;
      throw new SelectorError(`${at}[${key}]: ${invalid} ${rule}`);
    }
    if (!VALUE.test(value)) throw new SelectorError(`${at}[${key}]: ${invalid} ${VALUE_RULE}`);
  });
}

/** Null when the text is a field selector. */
export function fieldSelectorProblem(text: string): string | null {
  for (const term of text.split(/(?<!\\),/)) {
    if (term === "") continue;
    const [, value] = /^.*?(?:==|!=|=)(.*)$/s.exec(term) ?? [];
    if (value === undefined) return `invalid selector: '${text}'; can't understand '${term}'`;
    const stray = /(?<!\\)[=]/.exec(value)?.[0];
    if (stray !== undefined) {
      return `invalid field selector: unescaped character in value: ${String(stray.charCodeAt(0))}`;
    }
  }
  return null;
}
