import { SESSION_MODE_NAMES } from "@/components/study/session-modes";
import type { QueueRequest, SessionMode } from "@/lib/domain/study/queue-contract";

/** What a session is about; it is all in the address, so that it can be linked. */
export type SessionQuery = {
  mode: SessionMode;
  /** Practice: no date changes. */
  drill: boolean;
  /** Only these; all when empty. */
  banks: string[];
  domains: string[];
  /** Ends kindly after so many minutes. */
  minutes: number | null;
};

type Params = Record<string, string | string[] | undefined>;

const LONGEST_MINUTES = 120;

/** Anything unknown is left out rather than failing. */
export function sessionFromQuery(params: Params): SessionQuery {
  const all = (name: string) => [params[name] ?? []].flat();
  const mode = all("mode")[0];
  const minutes = Number(all("minutes")[0]);
  return {
    mode: SESSION_MODE_NAMES.find((name) => name === mode) ?? "today",
    drill: all("drill")[0] === "1",
    banks: all("bank"),
    domains: all("domain").filter((id) => /^[a-z]+\/[a-z0-9-]+$/.test(id)),
    minutes: minutes >= 1 ? Math.min(LONGEST_MINUTES, Math.trunc(minutes)) : null,
  };
}

export function sessionAddress(query: Partial<SessionQuery>): string {
  const { mode = "today", drill = false, banks = [], domains = [], minutes = null } = query;
  const params = new URLSearchParams([
    ...(mode === "today" ? [] : [["mode", mode]]),
    ...(drill ? [["drill", "1"]] : []),
    ...banks.map((id) => ["bank", id]),
    ...domains.map((id) => ["domain", id]),
    ...(minutes === null ? [] : [["minutes", String(minutes)]]),
  ]);
  const text = params.toString();
  return text === "" ? "/study" : `/study?${text}`;
}

/** So many questions are asked for at a time. */
export const BATCH = 12;

export type SessionRequest = Pick<QueueRequest, "mode" | "drill" | "timed"> &
  Partial<Pick<QueueRequest, "banks" | "domains">>;

/** What the queue is asked for. */
export const requestOf = ({
  mode,
  drill,
  banks,
  domains,
  minutes,
}: SessionQuery): SessionRequest => ({
  mode,
  drill,
  timed: minutes !== null,
  ...(banks.length > 0 ? { banks } : {}),
  ...(domains.length > 0 ? { domains } : {}),
});
