"use client";

import Link from "next/link";
import { useId, useState, type ReactNode } from "react";

import { MODE_WORDS, SESSION_MODE_NAMES } from "@/components/study/session-modes";
import { sessionAddress } from "@/components/study/session-query";
import { LinkButton } from "@/components/ui/button";
import type { SessionMode } from "@/lib/domain/study/queue-contract";
import type { SessionChoice, SessionsResponse } from "@/lib/domain/study/session-contract";

const TIME_BOX_MINUTES = 10;

/** Every kind of session with how much there is of it; empty ones say why. */
export function SessionChooser({ sessions }: { sessions: SessionsResponse }) {
  const [drill, setDrill] = useState(false);
  const { modes, banks, domains, fitsTenMinutes } = sessions;
  return (
    <div className="flex flex-col gap-5">
      <DrillSwitch drill={drill} onDrill={setDrill} />
      <ul className="grid gap-2 sm:grid-cols-2">
        {SESSION_MODE_NAMES.filter((mode) => !drill || isDrilled(mode)).map((mode) => (
          <SessionLink
            key={mode}
            title={MODE_WORDS[mode].title}
            says={MODE_WORDS[mode].says}
            whenEmpty={MODE_WORDS[mode].whenEmpty}
            count={modes[mode]}
            href={sessionAddress({ mode, drill })}
          />
        ))}
        {drill ? null : (
          <SessionLink
            title="10 minutes"
            says="As many as fit at your own pace"
            whenEmpty={MODE_WORDS.today.whenEmpty}
            count={fitsTenMinutes}
            href={sessionAddress({ minutes: TIME_BOX_MINUTES })}
          />
        )}
      </ul>
      <Parts
        name="By bank"
        parts={banks}
        drill={drill}
        addressOf={(ids) => sessionAddress({ banks: ids, drill })}
      />
      <Parts
        name="By domain"
        parts={domains}
        drill={drill}
        addressOf={(ids) => sessionAddress({ domains: ids, drill })}
      />
    </div>
  );
}

/** The whole of "today" and "new" is drilled by bank or domain: all at once there is no end to it. */
const isDrilled = (mode: SessionMode): boolean =>
  mode === "due" || mode === "weak" || mode === "missed" || mode === "flagged";

function DrillSwitch({ drill, onDrill }: { drill: boolean; onDrill: (on: boolean) => void }) {
  const id = useId();
  return (
    <label htmlFor={id} className="flex items-start gap-3">
      <input
        id={id}
        type="checkbox"
        checked={drill}
        onChange={(event) => {
          onDrill(event.target.checked);
        }}
        className="mt-1 size-4 shrink-0 accent-accent"
      />
      <span>
        <span className="font-medium">Drill</span>
        <span className="block text-sm text-muted">
          Practice with anything, due or not: the next dates stay as they are.
        </span>
      </span>
    </label>
  );
}

type SessionLinkProps = {
  title: string;
  says: string;
  whenEmpty: string;
  count: number;
  href: string;
};

const TILE = "flex h-full items-start justify-between gap-3 rounded-lg border px-3.5 py-2.5";

function SessionLink({ title, says, whenEmpty, count, href }: SessionLinkProps) {
  if (count === 0) {
    return (
      <li>
        <div aria-disabled className={`${TILE} border-line text-muted`}>
          <Words title={title} says={whenEmpty} />
          <Count value={0} />
        </div>
      </li>
    );
  }
  return (
    <li>
      <Link
        href={href}
        className={`${TILE} border-edge/60 bg-surface shadow-low -outline-offset-2 transition-colors hover:border-edge hover:bg-sunken`}
      >
        <Words title={title} says={says} />
        <Count value={count} />
      </Link>
    </li>
  );
}

const Words = ({ title, says }: { title: string; says: string }) => (
  <span className="min-w-0">
    <span className="block font-medium">{title}</span>
    <span className="block text-sm text-muted">{says}</span>
  </span>
);

const Count = ({ value }: { value: number }) => (
  <span className="shrink-0 text-lg font-semibold tabular-nums">
    {value}
    <span className="sr-only"> {value === 1 ? "question" : "questions"}</span>
  </span>
);

type PartsProps = {
  name: string;
  parts: readonly SessionChoice[];
  drill: boolean;
  addressOf: (ids: string[]) => string;
};

/** One or several of them. */
function Parts({ name, parts, drill, addressOf }: PartsProps) {
  const [picked, setPicked] = useState<readonly string[]>([]);
  const countOf = (part: SessionChoice) => (drill ? part.all : part.due + part.new);
  const ids = picked.filter((id) => parts.some((part) => part.id === id && countOf(part) > 0));
  return (
    <details className="group rounded-lg border border-line">
      <summary className="cursor-pointer px-3.5 py-2.5 font-medium -outline-offset-2">
        {name}
      </summary>
      <fieldset className="min-w-0 border-t border-line">
        <legend className="sr-only">Choose one or more</legend>
        <ul className="max-h-64 overflow-y-auto py-1">
          {parts.map((part) => (
            <PartRow
              key={part.id}
              part={part}
              empty={countOf(part) === 0}
              checked={ids.includes(part.id)}
              onPick={(on) => {
                setPicked(on ? [...picked, part.id] : picked.filter((id) => id !== part.id));
              }}
            >
              {drill ? part.all : countWords(part)}
            </PartRow>
          ))}
        </ul>
      </fieldset>
      <div className="border-t border-line px-3.5 py-2.5">
        {ids.length > 0 ? (
          <LinkButton href={addressOf(ids)} look="primary" size="small">
            {drill ? "Drill these" : "Study these"}
          </LinkButton>
        ) : (
          <p aria-hidden className="text-sm text-muted">
            Choose one or more.
          </p>
        )}
      </div>
    </details>
  );
}

const countWords = ({ due, new: fresh }: SessionChoice): string =>
  due + fresh === 0 ? "nothing now" : `${due} due, ${fresh} new`;

type PartRowProps = {
  part: SessionChoice;
  empty: boolean;
  checked: boolean;
  onPick: (on: boolean) => void;
  children: ReactNode;
};

const PartRow = ({ part, empty, checked, onPick, children }: PartRowProps) => (
  <li>
    <label
      className={`flex items-center gap-3 px-3.5 py-1.5 ${empty ? "text-muted" : "hover:bg-sunken"}`}
    >
      <input
        type="checkbox"
        disabled={empty}
        checked={checked}
        onChange={(event) => {
          onPick(event.target.checked);
        }}
        className="size-4 shrink-0 accent-accent"
      />
      <span className="min-w-0 flex-1">{part.title}</span>
      <span className="shrink-0 text-sm text-muted tabular-nums">{children}</span>
    </label>
  </li>
);
