type LogLevel = "info" | "warn" | "error";
type LogFields = Record<string, unknown>;

/** Values under these names never reach the log, however deep they are. */
const SECRET_NAME = /pass(word|wd)?|secret|token|cookie|authorization|api.?key|databaseurl/i;
/** The password in an address such as postgresql://user:password@host/db. */
const ADDRESS_PASSWORD = /(:\/\/[^\s:@/]*:)[^\s@/]*@/g;

/** One JSON object per line on standard output (info) or standard error. `event` is a fixed phrase; what varies goes into fields. */
export const log = {
  info: (event: string, fields?: LogFields): void => {
    process.stdout.write(logLine("info", event, fields));
  },
  warn: (event: string, fields?: LogFields): void => {
    process.stderr.write(logLine("warn", event, fields));
  },
  error: (event: string, fields?: LogFields): void => {
    process.stderr.write(logLine("error", event, fields));
  },
};

/** The line itself, with secrets hidden and errors written out with their causes. */
export function logLine(level: LogLevel, event: string, fields: LogFields = {}): string {
  const entry = { time: new Date().toISOString(), level, event, ...fields };
  return `${JSON.stringify(entry, toLoggable)}\n`;
}

function toLoggable(name: string, value: unknown): unknown {
  if (name !== "" && SECRET_NAME.test(name)) return "[hidden]";
  if (typeof value === "bigint") return value.toString();
  if (typeof value === "string") return value.replaceAll(ADDRESS_PASSWORD, "$1[hidden]@");
  if (!(value instanceof Error)) return value;
  const { name: kind, message, stack, cause } = value;
  return { kind, message, code: "code" in value ? value.code : undefined, stack, cause };
}
