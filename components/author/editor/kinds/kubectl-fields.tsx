"use client";

import { useForm } from "@/components/author/editor/editor-context";
import { ListAt } from "@/components/author/editor/list-at";
import { textAt, type Path } from "@/components/author/editor/source-text";
import { SelectAt, TextAt, YamlAt } from "@/components/author/editor/text-fields";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { Reading } from "@/lib/domain/authoring/editor-contract";

const EXTRAS = [
  { value: "allowed", label: "Are right too" },
  { value: "refused", label: "Are wrong" },
];

/** A task: lines that do it, lines that nearly do, and what is there before. */
export function KubectlFields() {
  return (
    <>
      <ListAt
        path={["accept"]}
        legend="Accepted answers"
        hint="What they do is compared, not how they are spelt: one is mostly enough. Several lines make a task of several commands."
        entry="accepted answer"
        blank=""
      >
        {(at, index) => (
          <>
            <TextAt path={at} label={`Accepted answer ${index + 1}`} hideLabel rows={2} mono />
            <ReadingOf path={at} />
          </>
        )}
      </ListAt>
      <ListAt
        path={["nearMisses"]}
        legend="Near misses"
        hint="Wrong lines, each with the finding that it must bring: they prove that the task tells right from wrong. Give at least three."
        entry="near miss"
        blank={{ answer: "", finding: "" }}
      >
        {(at, index) => <NearMiss path={at} number={index + 1} />}
      </ListAt>
      <Given />
    </>
  );
}

function NearMiss({ path, number }: { path: Path; number: number }) {
  const { fields, set, readings, isCurrent } = useForm();
  const wanted = textAt(fields, [...path, "finding"]);
  const found = readingAt(readings, path)?.findings ?? [];
  return (
    <>
      <TextAt path={[...path, "answer"]} label={`Near miss ${number}`} rows={2} mono />
      <TextAt path={[...path, "finding"]} label="Finding" suggestions={found} mono />
      {!isCurrent || found.some((code) => code === wanted) ? null : (
        <div className="flex flex-wrap gap-2">
          {found.map((code) => (
            <Button
              key={code}
              size="small"
              onClick={() => {
                set([...path, "finding"], code);
              }}
            >
              Use {code}
            </Button>
          ))}
        </div>
      )}
      <ReadingOf path={path} />
    </>
  );
}

const VERDICTS = {
  right: { tone: "good", label: "Read as right" },
  "right-with-extras": { tone: "good", label: "Read as right, with more than needed" },
  wrong: { tone: "bad", label: "Read as wrong" },
  "cannot-judge": { tone: "partly", label: "Cannot be judged" },
} as const;

const readingAt = (readings: readonly Reading[], path: Path): Reading | undefined =>
  readings.find((reading) => reading.path.join() === path.join());

/** How the engine understands a line: what it would do, and what is wrong with it. */
function ReadingOf({ path }: { path: Path }) {
  const { readings, fields } = useForm();
  const reading = readingAt(readings, path);
  const isEmpty = textAt(fields, path) === "" && textAt(fields, [...path, "answer"]) === "";
  if (!reading || isEmpty) return null;
  const { tone, label } = VERDICTS[reading.verdict];
  return (
    <div className="flex flex-col gap-1.5 text-sm text-muted">
      <div className="flex flex-wrap items-center gap-1.5">
        <Badge tone={tone}>{label}</Badge>
        {reading.findings.map((code) => (
          <Badge key={code}>{code}</Badge>
        ))}
      </div>
      {reading.error ? <p className="font-mono text-xs break-words">{reading.error}</p> : null}
      {reading.effects.map((effect, index) => (
        <p key={index}>{effect}</p>
      ))}
    </div>
  );
}

function Given() {
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="mb-1.5 text-sm font-medium">What is there before</legend>
      <div className="grid gap-3 sm:grid-cols-2">
        <TextAt
          path={["context", "namespace"]}
          label="Namespace"
          hint="That of the shell; default when empty."
          optional
          mono
        />
        <SelectAt
          path={["extras"]}
          label="Lines that do harmless things besides"
          none="As usual: right too"
          options={EXTRAS}
        />
      </div>
      <YamlAt
        path={["context", "objects"]}
        label="Objects in the cluster"
        hint="A YAML list of manifests; as much of them as the task needs."
      />
      <YamlAt
        path={["context", "files"]}
        label="Files"
        hint={
          <>
            Paths with their texts, such as <code>pod.yaml: |</code> and the manifest below.
          </>
        }
        rows={3}
      />
      <YamlAt
        path={["goals"]}
        label="Goals"
        hint="What must hold afterwards, where that says more than an accepted answer."
        rows={3}
      />
      <p className="text-sm text-muted">
        Aliases, variables, contexts and standard input are fields of <code>context</code> in the
        YAML.
      </p>
    </fieldset>
  );
}
