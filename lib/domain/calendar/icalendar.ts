/**
 * Calendars as text/calendar, by RFC 5545: lines that end in CR LF and are folded at 75
 * octets, escaped text, times in UTC, days without a time.
 */
export type CalendarEvent = {
  /** Unique in the world and the same each time, so that a program updates what it has. */
  uid: string;
  summary: string;
  description?: string;
  url?: string;
  when: { /** YYYY-MM-DD, all of that day. */ day: string } | { at: Date };
};

export type Calendar = {
  name: string;
  /** What made it, such as "-//Reconcile//Study//EN". */
  productId: string;
  /** When its contents were looked up. */
  madeAt: Date;
  /** How often programs may fetch it again, in whole hours. */
  refreshHours: number;
  events: readonly CalendarEvent[];
};

const DAY_MS = 86_400_000;
const MOST_OCTETS = 75;
const CRLF = "\r\n";

/** The whole calendar; the same events give the same text but for `madeAt`. */
export function toICalendar(calendar: Calendar): string {
  const { name, productId, madeAt, refreshHours, events } = calendar;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:${escapeText(productId)}`,
    "CALSCALE:GREGORIAN",
    `NAME:${escapeText(name)}`,
    // Older programs know these by other names (RFC 7986 has both of the first).
    `X-WR-CALNAME:${escapeText(name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:PT${refreshHours}H`,
    `X-PUBLISHED-TTL:PT${refreshHours}H`,
    ...events.flatMap((event) => eventLines(event, madeAt)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => foldLine(line) + CRLF).join("");
}

/** Nothing here takes up time: these are counts and deadlines, not appointments. */
function eventLines({ uid, summary, description, url, when }: CalendarEvent, madeAt: Date) {
  return [
    "BEGIN:VEVENT",
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${utcTime(madeAt)}`,
    ...("day" in when ? dayLines(when.day) : [`DTSTART:${utcTime(when.at)}`]),
    `SUMMARY:${escapeText(summary)}`,
    ...(description === undefined ? [] : [`DESCRIPTION:${escapeText(description)}`]),
    ...(url === undefined ? [] : [`URL:${uriValue(url)}`]),
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

/** The end of a day is the next day: it is not part of the event. */
function dayLines(day: string): string[] {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
  return [`DTSTART;VALUE=DATE:${basicDate(day)}`, `DTEND;VALUE=DATE:${basicDate(next)}`];
}

const basicDate = (day: string): string => day.replaceAll("-", "");

/** "20261121T093000Z" */
const utcTime = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;

/** TEXT of section 3.3.11: what is no part of a text (control characters but for line ends) is left out. */
export const escapeText = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[^\P{Cc}\n\t]/gu, "")
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll("\n", String.raw`\n`);

/** An address has no escapes of its own; what would end its line is percent-encoded by `URL`. */
const uriValue = (url: string): string => new URL(url).href;

/**
 * One content line as lines of at most 75 octets of UTF-8, line ends not counted, each
 * but the first beginning with a space. No character is cut in two.
 */
export function foldLine(line: string): string {
  const pieces: string[] = [];
  let piece = "";
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > MOST_OCTETS) {
      pieces.push(piece);
      piece = " ";
      octets = 1;
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join(CRLF);
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x8_00) return 2;
  return code < 0x1_00_00 ? 3 : 4;
}
