"use client";

import { Plus } from "lucide-react";
import { useState } from "react";

import { fieldId, useForm } from "@/components/author/editor/editor-context";
import { FieldProblems } from "@/components/author/editor/field-problems";
import { valueAt } from "@/components/author/editor/source-text";
import { YamlAt } from "@/components/author/editor/text-fields";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { focusSoon } from "@/components/ui/focus-soon";

const PATH = ["parameters"];
const NAME = /^[a-zA-Z][\w-]*$/u;

/** Values of which each learner gets one: the question is then a skill, and no string to learn. */
export function ParameterFields() {
  const { fields, set, problemsAt } = useForm();
  const [name, setName] = useState("");
  const names = Object.keys(valueAt(fields, PATH) ?? {});
  const problem = nameProblem(name, names);
  const add = () => {
    if (problem !== null || name === "") return;
    set([...PATH, name], ["", ""]);
    setName("");
    focusSoon(fieldId([...PATH, name]));
  };
  return (
    <fieldset id={fieldId(PATH)} tabIndex={-1} className="flex min-w-0 flex-col gap-4">
      <legend className="mb-1.5 text-sm font-medium">Parameters</legend>
      <p className="-mt-2 text-sm text-muted">
        Write {"{{name}}"} in any text; each variant puts one of the values there.
      </p>
      <FieldProblems id={`${fieldId(PATH)}-problems`} problems={problemsAt(PATH)} />
      {names.map((one) => (
        <OneParameter key={one} name={one} isLast={names.length === 1} />
      ))}
      <div className="flex flex-wrap items-end gap-2">
        <TextField
          id="new-parameter"
          label="Name of a new parameter"
          value={name}
          fieldClassName="min-w-40 flex-1 sm:max-w-60"
          errors={problem === null ? undefined : [problem]}
          onChange={({ target }) => {
            setName(target.value);
          }}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            add();
          }}
        />
        <Button disabled={problem !== null || name === ""} onClick={add}>
          <Plus aria-hidden className="size-4" />
          Add
        </Button>
      </div>
    </fieldset>
  );
}

function nameProblem(name: string, taken: readonly string[]): string | null {
  if (name === "") return null;
  if (!NAME.test(name)) return "Use letters, digits, hyphens; begin with a letter.";
  return taken.includes(name) ? "There is one of this name." : null;
}

function OneParameter({ name, isLast }: { name: string; isLast: boolean }) {
  const { remove } = useForm();
  return (
    <div className="flex items-start gap-2">
      <div className="min-w-0 flex-1">
        <YamlAt
          path={[...PATH, name]}
          label={`{{${name}}}`}
          hint={'A YAML list, such as "- web" and "- api" below it; entries may be records.'}
          rows={3}
        />
      </div>
      <Button
        look="quiet"
        size="small"
        onClick={() => {
          remove(isLast ? PATH : [...PATH, name]);
        }}
      >
        Remove<span className="sr-only"> {name}</span>
      </Button>
    </div>
  );
}
