"use client";

import { useForm } from "@/components/author/editor/editor-context";
import { ListAt } from "@/components/author/editor/list-at";
import { textAt, type Path } from "@/components/author/editor/source-text";
import { SelectAt, TextAt, YamlAt } from "@/components/author/editor/text-fields";
import { DRAWING_NAMES } from "@/components/diagrams/diagram-registry";
import { Select } from "@/components/ui/select";

const TYPES = [
  { value: "yaml", label: "YAML" },
  { value: "output", label: "Output of a command" },
  { value: "events", label: "Events" },
  { value: "diagram", label: "Diagram" },
];

/** What is shown below the prompt. */
export function ExhibitFields() {
  return (
    <ListAt
      path={["exhibits"]}
      legend="Shown with the question"
      hint="A manifest, what a command printed, events, or one of the diagrams."
      entry="exhibit"
      blank={{ type: "yaml", text: "" }}
      optional
    >
      {(at, index) => <ExhibitAt path={at} number={index + 1} />}
    </ListAt>
  );
}

function ExhibitAt({ path, number }: { path: Path; number: number }) {
  const { fields, set } = useForm();
  const type = textAt(fields, [...path, "type"]);
  const text = textAt(fields, [...path, "text"]);
  return (
    <>
      <label className="flex flex-col gap-1.5 text-sm font-medium">
        Exhibit {number}
        <Select
          value={type}
          onChange={({ target: { value } }) => {
            set(
              path,
              value === "diagram"
                ? { type: value, diagram: DRAWING_NAMES[0], alt: text || "" }
                : { type: value, text },
            );
          }}
        >
          {TYPES.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      </label>
      <TextAt path={[...path, "title"]} label="Title" optional />
      {type === "diagram" ? (
        <DiagramFields path={path} />
      ) : (
        <TextAt path={[...path, "text"]} label="Text" rows={5} mono />
      )}
    </>
  );
}

function DiagramFields({ path }: { path: Path }) {
  return (
    <>
      <SelectAt
        path={[...path, "diagram"]}
        label="Diagram"
        options={DRAWING_NAMES.map((name) => ({ value: name, label: name.replaceAll("-", " ") }))}
      />
      <YamlAt
        path={[...path, "hidden"]}
        label="Parts to ask for"
        hint="By their number in the drawing, such as [3, 1]: the first is shown as 1."
        rows={1}
      />
      <TextAt
        path={[...path, "alt"]}
        label="In words"
        hint="For those who do not see the drawing; without the answer."
        rows={2}
      />
    </>
  );
}
