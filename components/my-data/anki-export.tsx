"use client";

import { useState } from "react";

import { DownloadLink } from "@/components/my-data/download-link";

type AnkiExportProps = { banks: readonly { id: string; title: string; answered: number }[] };

export function AnkiExport({ banks }: AnkiExportProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  if (banks.length === 0) {
    return (
      <p className="text-muted">Answer a few questions first: then they can become notes here.</p>
    );
  }
  const toggle = (id: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const query = new URLSearchParams({ banks: [...chosen].join(",") });
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-2 text-sm font-medium">Banks</legend>
      <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {banks.map(({ id, title, answered }) => (
          <label key={id} className="flex items-baseline gap-2">
            <input
              type="checkbox"
              checked={chosen.has(id)}
              onChange={(event) => {
                toggle(id, event.currentTarget.checked);
              }}
              className="accent-accent"
            />
            <span className="min-w-0">
              {title} <span className="text-sm text-muted tabular-nums">{answered}</span>
            </span>
          </label>
        ))}
      </div>
      {chosen.size === 0 ? (
        <p className="text-sm text-muted">Choose at least one bank.</p>
      ) : (
        <ul>
          <DownloadLink
            href={`/api/v1/my-data/anki?${query}`}
            label="Notes for Anki"
            text="In Anki: File, Import. Importing again updates the notes instead of adding more."
          />
        </ul>
      )}
    </fieldset>
  );
}
