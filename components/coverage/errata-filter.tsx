"use client";

import Form from "next/form";
import { useRef } from "react";

import { STANCE_LABELS } from "@/components/coverage/stance-names";
import { Select } from "@/components/ui/select";

export type ErrataQuery = { stance: string | null; note: string | null };

type ErrataFilterProps = { query: ErrataQuery; notes: readonly { id: string; title: string }[] };

/** Part of the address: it can be linked, and Back undoes it. */
export function ErrataFilter({ query, notes }: ErrataFilterProps) {
  const form = useRef<HTMLFormElement>(null);
  const send = () => form.current?.requestSubmit();
  return (
    <Form
      ref={form}
      action="/banks/coverage#errata"
      scroll={false}
      aria-label="Filter the wrong statements"
      className="grid gap-2 sm:flex"
    >
      <div className="min-w-0 sm:w-56">
        <Select
          key={`stance ${query.stance}`}
          compact
          name="stance"
          aria-label="Stance"
          defaultValue={query.stance ?? ""}
          onChange={send}
        >
          <option value="">Stance: any</option>
          {Object.entries(STANCE_LABELS).map(([id, label]) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </Select>
      </div>
      <div className="min-w-0 sm:w-72">
        <Select
          key={`note ${query.note}`}
          compact
          name="note"
          aria-label="Note"
          defaultValue={query.note ?? ""}
          onChange={send}
        >
          <option value="">Note: any</option>
          {notes.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      </div>
      <button type="submit" className="sr-only">
        Filter
      </button>
    </Form>
  );
}
