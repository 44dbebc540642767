"use client";

import { Plus } from "lucide-react";

import { useForm } from "@/components/author/editor/editor-context";
import { ListAt } from "@/components/author/editor/list-at";
import { AcceptedAt, NearAt } from "@/components/author/editor/near-fields";
import { textAt, valueAt } from "@/components/author/editor/source-text";
import { SelectAt, TextAt, TickAt } from "@/components/author/editor/text-fields";
import { Button } from "@/components/ui/button";

const LANGUAGES = [
  { value: "yaml", label: "YAML" },
  { value: "prose", label: "Prose" },
  { value: "text", label: "Other text" },
];

const BLANK = /\[\[([a-zA-Z][\w-]*)\]\]/gu;

export function BlanksFields() {
  const { fields, set } = useForm();
  const described = Object.keys(valueAt(fields, ["blanks"]) ?? {});
  const inText = [...textAt(fields, ["text"]).matchAll(BLANK)].map(([, name]) => name ?? "");
  const missing = [...new Set(inText)].filter((name) => !described.includes(name));
  return (
    <>
      <SelectAt path={["language"]} label="The text is" options={LANGUAGES} />
      <TextAt
        path={["text"]}
        label="Text with blanks"
        hint="Write a blank as [[name]]. Names are public: they must not be the answer."
        rows={6}
        mono
      />
      {described.map((name) => (
        <OneBlank key={name} name={name} isGone={!inText.includes(name)} />
      ))}
      {missing.map((name) => (
        <Button
          key={name}
          size="small"
          className="self-start"
          onClick={() => {
            set(["blanks", name], { accepted: [""], why: "" });
          }}
        >
          <Plus aria-hidden className="size-4" />
          Say what fills [[{name}]]
        </Button>
      ))}
    </>
  );
}

function OneBlank({ name, isGone }: { name: string; isGone: boolean }) {
  const { remove, problemsAt } = useForm();
  const path = ["blanks", name];
  return (
    <fieldset className="flex min-w-0 flex-col gap-4 rounded-lg border border-line p-4">
      <legend className="px-1 font-mono text-sm font-medium">[[{name}]]</legend>
      {problemsAt(path).map(({ message }) => (
        <p key={message} className="text-sm font-medium text-bad">
          {message}
        </p>
      ))}
      <AcceptedAt path={[...path, "accepted"]} />
      <ListAt
        path={[...path, "choices"]}
        legend="To pick from"
        hint="With choices the blank is a list; without, it is typed."
        entry="choice"
        blank=""
        optional
      >
        {(at, index) => <TextAt path={at} label={`Choice ${index + 1}`} hideLabel mono />}
      </ListAt>
      <TickAt path={[...path, "caseSensitive"]} label="Capital letters matter (in YAML they do)" />
      <TextAt path={[...path, "why"]} label="Why" rows={2} />
      <NearAt path={[...path, "near"]} />
      {isGone ? (
        <Button
          size="small"
          look="danger"
          className="self-start"
          onClick={() => {
            remove(path);
          }}
        >
          Remove [[{name}]], which is not in the text
        </Button>
      ) : null}
    </fieldset>
  );
}
