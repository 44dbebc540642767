"use client";

import Form from "next/form";
import { useRef } from "react";

import { Select } from "@/components/ui/select";
import type { ProgressFilter, ProgressRange } from "@/lib/domain/progress/progress-filter";

const RANGES: Record<ProgressRange, string> = {
  "30d": "Last 30 days",
  "90d": "Last 90 days",
  year: "Last year",
  all: "All time",
};

type ProgressFilterBarProps = {
  filter: ProgressFilter;
  banks: readonly { id: string; title: string }[];
};

/** The choice is part of the address: it can be linked, and Back undoes it. */
export function ProgressFilterBar({ filter, banks }: ProgressFilterBarProps) {
  const form = useRef<HTMLFormElement>(null);
  const send = () => form.current?.requestSubmit();
  return (
    <Form ref={form} action="/progress" scroll={false} className="flex w-full gap-2 sm:w-auto">
      <div className="min-w-0 flex-1 sm:w-40">
        <Select
          key={filter.range}
          compact
          name="range"
          aria-label="Time"
          defaultValue={filter.range}
          onChange={send}
        >
          {Object.entries(RANGES).map(([id, title]) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      </div>
      <div className="min-w-0 flex-1 sm:w-52">
        <Select
          key={filter.bank}
          compact
          name="bank"
          aria-label="Bank"
          defaultValue={filter.bank ?? ""}
          onChange={send}
        >
          <option value="">All banks</option>
          {banks.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      </div>
      <button type="submit" className="sr-only">
        Show
      </button>
    </Form>
  );
}
