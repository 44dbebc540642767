import { ExternalLink } from "lucide-react";

import type { Reveal } from "@/lib/domain/questions/reveal";

type SourcesProps = {
  sources: Reveal["sources"];
  errata: readonly string[];
  /** Says of what, where a page has several. */
  label?: string;
};

const noteName = (note: string) => note.replace(/^note-(\d+)$/, "Note $1");

/** The last two parts of an address say which page it is. */
function pageName(address: string): string {
  const { hostname, pathname, hash } = new URL(address);
  const parts = pathname.split("/").filter(Boolean);
  const page = (parts.at(-1) ?? hostname).replace(/[-_]/g, " ").replace(/\.html?$/, "");
  const section = hash ? ` › ${hash.slice(1).replaceAll("-", " ")}` : "";
  // Commands are written small, also where a title begins with one.
  const title = page.startsWith("kube") ? page : page.charAt(0).toUpperCase() + page.slice(1);
  return `${title}${section}`;
}

export function Sources({ sources, errata, label = "Sources" }: SourcesProps) {
  return (
    <section aria-label={label} className="text-sm">
      <h3 className="mb-1.5 font-medium text-muted">Read on</h3>
      <ul className="flex flex-col gap-1.5">
        {sources.docs.map((address) => (
          <li key={address} className="flex items-baseline gap-2">
            <a
              href={address}
              target="_blank"
              rel="noreferrer"
              className="min-w-0 break-words text-accent underline decoration-accent-line underline-offset-3 hover:decoration-current"
            >
              {pageName(address)}
              <ExternalLink aria-hidden className="ms-1 inline size-3.5 align-[-0.15em]" />
              <span className="sr-only"> (opens in a new tab)</span>
            </a>
            <span className="shrink-0 text-faint">{new URL(address).hostname}</span>
          </li>
        ))}
        {sources.notes.map(({ note, section }) => (
          <li key={`${note} ${section}`} className="text-muted">
            {noteName(note)}, section “{section}”
          </li>
        ))}
        {errata.length > 0 ? (
          <li className="text-muted">
            Corrects the notes: <span className="font-mono text-xs">{errata.join(", ")}</span>
          </li>
        ) : null}
      </ul>
    </section>
  );
}
