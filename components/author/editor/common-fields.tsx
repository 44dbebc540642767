"use client";

import { CompetenciesAt } from "@/components/author/editor/competencies-at";
import { useForm } from "@/components/author/editor/editor-context";
import { ListAt } from "@/components/author/editor/list-at";
import { textAt, type Path } from "@/components/author/editor/source-text";
import { SelectAt, TextAt } from "@/components/author/editor/text-fields";
import { WordsAt } from "@/components/author/editor/words-at";
import { DIFFICULTY_LABELS } from "@/components/questions/kind-names";

const DIFFICULTIES = Object.entries(DIFFICULTY_LABELS).map(([value, label]) => ({
  value,
  label,
}));

/** What is said once the question was answered, and what it is about. */
export function CommonFields() {
  return (
    <>
      <section aria-labelledby="after" className="flex flex-col gap-5">
        <h2 id="after" className="text-lg font-semibold">
          Help and explanation
        </h2>
        <TextAt
          path={["hint"]}
          label="Hint"
          hint="Shown when asked for; the answer then counts as Hard."
          rows={2}
          optional
        />
        <TextAt
          path={["explanation"]}
          label="Explanation"
          hint="Markdown, shown after the answer."
          rows={4}
        />
        <ListAt
          path={["sources", "docs"]}
          legend="Documentation"
          hint="Pages that say so, best of kubernetes.io."
          entry="page"
          blank=""
        >
          {(at, index) => (
            <TextAt
              path={at}
              label={`Page ${index + 1}`}
              hideLabel
              placeholder="https://kubernetes.io/docs/…"
            />
          )}
        </ListAt>
        <NotesAt />
      </section>
      <AboutFields />
    </>
  );
}

function AboutFields() {
  const { choices } = useForm();
  return (
    <section aria-labelledby="about" className="flex flex-col gap-5">
      <h2 id="about" className="text-lg font-semibold">
        What it is about
      </h2>
      <CompetenciesAt />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextAt
          path={["concept"]}
          label="Concept"
          hint="Questions on one concept are not asked on one day."
          suggestions={choices.concepts}
        />
        <SelectAt path={["difficulty"]} label="Difficulty" options={DIFFICULTIES} />
      </div>
      <WordsAt
        path={["tags"]}
        label="Tags"
        hint="Your own words to find it by, with commas between: week-3, exam-2027."
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextAt
          path={["kubernetes", "since"]}
          label="Since Kubernetes"
          placeholder="1.29"
          optional
        />
        <TextAt
          path={["kubernetes", "until"]}
          label="Until Kubernetes"
          placeholder="1.35"
          optional
        />
      </div>
    </section>
  );
}

function NotesAt() {
  const { choices } = useForm();
  if (choices.notes.length === 0) return null;
  return (
    <ListAt
      path={["sources", "notes"]}
      legend="Sections of the notes"
      entry="section"
      blank={{ note: choices.notes[0]?.id ?? "", section: choices.notes[0]?.sections[0] ?? "" }}
      optional
    >
      {(at) => <NoteSection path={at} />}
    </ListAt>
  );
}

function NoteSection({ path }: { path: Path }) {
  const { fields, choices } = useForm();
  const note = choices.notes.find(({ id }) => id === textAt(fields, [...path, "note"]));
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <SelectAt
        path={[...path, "note"]}
        label="Note"
        options={choices.notes.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <SelectAt
        path={[...path, "section"]}
        label="Section"
        options={(note?.sections ?? []).map((title) => ({ value: title, label: title }))}
      />
    </div>
  );
}
