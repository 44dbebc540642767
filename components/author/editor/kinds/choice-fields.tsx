"use client";

import { useForm } from "@/components/author/editor/editor-context";
import { ListAt } from "@/components/author/editor/list-at";
import { listAt, valueAt, type Path } from "@/components/author/editor/source-text";
import { TextAt, TickAt } from "@/components/author/editor/text-fields";

/** Options of which one or several are right. Learners see them shuffled. */
function ChoicesAt({
  path,
  legend,
  entry,
  one,
}: {
  path: Path;
  legend: string;
  entry: string;
  one: boolean;
}) {
  return (
    <ListAt
      path={path}
      legend={legend}
      hint="Shuffled for each learner. Say of each why it is right or wrong."
      entry={entry}
      blank={{ text: "", why: "" }}
    >
      {(at, index) => (
        <>
          {one ? (
            <OnlyRight list={path} index={index} label={`The right ${entry}`} />
          ) : (
            <TickAt path={[...at, "correct"]} label="Right" />
          )}
          <TextAt path={[...at, "text"]} label="Text" rows={2} />
          <TextAt path={[...at, "why"]} label={`Why this ${entry} is right or wrong`} rows={2} />
        </>
      )}
    </ListAt>
  );
}

/** Picking one takes the mark from the others. */
function OnlyRight({ list, index, label }: { list: Path; index: number; label: string }) {
  const { fields, set } = useForm();
  const pick = () => {
    const entries = listAt(fields, list).map((entry, place) => {
      const { correct: _, ...rest } = entry as { correct?: unknown; text?: unknown };
      const { text = "", ...others } = rest;
      return place === index ? { text, correct: true, ...others } : { text, ...others };
    });
    set(list, entries);
  };
  return (
    <label className="flex min-h-8 items-center gap-2 text-sm">
      <input
        type="radio"
        name={`right-${list.join("-")}`}
        className="size-4 accent-accent"
        checked={valueAt(fields, [...list, index, "correct"]) === true}
        onChange={pick}
      />
      {label}
    </label>
  );
}

export const SingleFields = () => (
  <ChoicesAt path={["options"]} legend="Options" entry="option" one />
);

export const MultipleFields = () => (
  <ChoicesAt path={["options"]} legend="Options" entry="option" one={false} />
);

export function TrueFalseFields() {
  return (
    <>
      <StatementFields />
      <ChoicesAt path={["reasons"]} legend="Reasons" entry="reason" one />
    </>
  );
}

function StatementFields() {
  const { fields, set } = useForm();
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1.5 text-sm font-medium">The statement is</legend>
      <div className="flex gap-5">
        {[true, false].map((value) => (
          <label key={String(value)} className="flex min-h-8 items-center gap-2 text-sm">
            <input
              type="radio"
              name="statement"
              className="size-4 accent-accent"
              checked={valueAt(fields, ["answer"]) === value}
              onChange={() => {
                set(["answer"], value);
              }}
            />
            {value ? "True" : "False"}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
