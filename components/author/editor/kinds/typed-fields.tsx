"use client";

import { useForm } from "@/components/author/editor/editor-context";
import { ListAt } from "@/components/author/editor/list-at";
import { AcceptedAt, NearAt } from "@/components/author/editor/near-fields";
import { textAt, valueAt } from "@/components/author/editor/source-text";
import { TextAt, TickAt } from "@/components/author/editor/text-fields";

export function ShortFields() {
  return (
    <>
      <AcceptedAt path={["accepted"]} />
      <TickAt path={["caseSensitive"]} label="Capital letters matter" />
      <NearAt path={["near"]} />
    </>
  );
}

const FORMS = [
  { form: "value", label: "One number" },
  { form: "range", label: "A range, from and to" },
] as const;

export function NumberFields() {
  const { fields, set, remove } = useForm();
  const isRange = valueAt(fields, ["answer", "from"]) !== undefined;
  const value = textAt(fields, ["answer", isRange ? "from" : "value"]);
  return (
    <>
      <fieldset className="flex flex-col gap-1.5">
        <legend className="mb-1.5 text-sm font-medium">The answer is</legend>
        <div className="flex flex-wrap gap-x-5">
          {FORMS.map(({ form, label }) => (
            <label key={form} className="flex min-h-8 items-center gap-2 text-sm">
              <input
                type="radio"
                name="form"
                className="size-4 accent-accent"
                checked={isRange === (form === "range")}
                onChange={() => {
                  set(["answer"], form === "range" ? { from: value, to: value } : { value });
                  remove(["near"]);
                }}
              />
              {label}
            </label>
          ))}
        </div>
      </fieldset>
      {isRange ? (
        <div className="grid grid-cols-2 gap-3">
          <TextAt path={["answer", "from"]} label="From" numeric mono />
          <TextAt path={["answer", "to"]} label="To" numeric mono />
        </div>
      ) : (
        <div className="grid grid-cols-2 gap-3">
          <TextAt path={["answer", "value"]} label="Number" numeric mono />
          <TextAt
            path={["answer", "tolerance"]}
            label="Tolerance"
            hint="Right that far away too."
            numeric
            optional
            mono
          />
        </div>
      )}
      <TextAt path={["unit"]} label="Unit" hint="Shown after the field." optional />
      <NearNumbers isRange={isRange} />
    </>
  );
}

function NearNumbers({ isRange }: { isRange: boolean }) {
  return (
    <ListAt
      path={["near"]}
      legend="Known wrong numbers"
      entry="wrong number"
      blank={isRange ? { from: "", to: "", why: "" } : { value: "", why: "" }}
      optional
    >
      {(at) => (
        <>
          {isRange ? (
            <div className="grid grid-cols-2 gap-3">
              <TextAt path={[...at, "from"]} label="From" numeric mono />
              <TextAt path={[...at, "to"]} label="To" numeric mono />
            </div>
          ) : (
            <TextAt path={[...at, "value"]} label="Number" numeric mono />
          )}
          <TextAt path={[...at, "why"]} label="What to say to it" rows={2} />
        </>
      )}
    </ListAt>
  );
}

export function OrderFields() {
  return (
    <ListAt
      path={["items"]}
      legend="Items, in their right order"
      hint="Shuffled for each learner. Items of equal rank may stand in any order; give all a rank, or none."
      entry="item"
      blank={{ text: "" }}
    >
      {(at) => (
        <>
          <TextAt path={[...at, "text"]} label="Text" rows={2} />
          <div className="grid gap-3 sm:grid-cols-[1fr_6rem]">
            <TextAt path={[...at, "why"]} label="Why it stands here" optional />
            <TextAt path={[...at, "rank"]} label="Rank" numeric optional />
          </div>
        </>
      )}
    </ListAt>
  );
}

export function MatchFields() {
  return (
    <>
      <ListAt
        path={["pairs"]}
        legend="Pairs"
        hint="The same text on the right may serve several on the left: that sorts into groups."
        entry="pair"
        blank={{ left: "", right: "", why: "" }}
      >
        {(at) => (
          <>
            <div className="grid gap-3 sm:grid-cols-2">
              <TextAt path={[...at, "left"]} label="Left" />
              <TextAt path={[...at, "right"]} label="Right" />
            </div>
            <TextAt path={[...at, "why"]} label="Why they belong together" rows={2} />
          </>
        )}
      </ListAt>
      <ListAt
        path={["distractors"]}
        legend="Partners that fit nothing"
        entry="distractor"
        blank={{ text: "", why: "" }}
        optional
      >
        {(at) => (
          <>
            <TextAt path={[...at, "text"]} label="Text" />
            <TextAt path={[...at, "why"]} label="Why it fits nothing" rows={2} />
          </>
        )}
      </ListAt>
    </>
  );
}
