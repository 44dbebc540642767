"use client";

import { Undo2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";

import { loadDraft } from "@/components/author/editor/author-api";
import { ConflictPanel, textOf } from "@/components/author/editor/conflict-panel";
import { fieldId } from "@/components/author/editor/editor-context";
import { FormPane } from "@/components/author/editor/form-pane";
import { KeptTextOffer } from "@/components/author/editor/kept-text-offer";
import { PaneTabs, type Pane } from "@/components/author/editor/pane-tabs";
import { PreviewPanel } from "@/components/author/editor/preview-panel";
import { ProblemList } from "@/components/author/editor/problem-list";
import { PublishBar } from "@/components/author/editor/publish-bar";
import { useEditor, type EditedQuestion, type Editor } from "@/components/author/editor/use-editor";
import { YamlPane } from "@/components/author/editor/yaml-pane";
import type { FormAction } from "@/components/form/form-action";
import { Button } from "@/components/ui/button";
import type { EditorProblem, StoredDraft } from "@/lib/domain/authoring/editor-contract";

type QuestionEditorProps = { opened: EditedQuestion; discard: FormAction };

/** Where a question is written: its form or its YAML, beside what a learner will see. */
export function QuestionEditor({ opened, discard }: QuestionEditorProps) {
  const editor = useEditor(opened);
  const [newer, setNewer] = useState<StoredDraft | null>(null);
  const places = usePlaces();
  const { source, read, work, pane } = { ...editor, pane: places.pane };

  return (
    <div className="flex flex-1 flex-col gap-6">
      <KeptTextOffer
        questionRef={editor.ref}
        saved={editor.draft.base.source}
        onTake={source.replace}
      />
      <Conflict editor={editor} newer={newer} onSettled={setNewer} />
      <div className="grid flex-1 items-start gap-8 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
        <div className={`min-w-0 flex-col gap-5 ${pane === "preview" ? "hidden lg:flex" : "flex"}`}>
          <div className="flex flex-wrap items-center justify-between gap-2">
            <PaneTabs pane={pane} onPane={places.setPane} />
            <Button look="quiet" size="small" disabled={!source.canUndo} onClick={source.undo}>
              <Undo2 aria-hidden className="size-4" />
              Undo
            </Button>
          </div>
          {pane === "yaml" ? (
            <YamlPane text={source.text} read={read} onType={source.type} area={places.area} />
          ) : (
            <FormPane
              read={read}
              work={work}
              onYaml={() => {
                places.setPane("yaml");
              }}
            />
          )}
        </div>
        <Aside opened={opened} editor={editor} places={places} />
      </div>
      <PublishBar
        opened={opened}
        editor={editor}
        discard={discard}
        onErrors={places.goTo}
        onConflict={() => {
          void loadDraft(editor.ref).then(setNewer, () => undefined);
        }}
      />
    </div>
  );
}

type Places = ReturnType<typeof usePlaces>;

/** What is shown on a narrow screen, and the way to a problem. */
function usePlaces() {
  const [pane, setPane] = useState<Pane>("form");
  const [wanted, setWanted] = useState<EditorProblem | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    if (!wanted) return;
    if (pane === "yaml") selectLine(area.current, wanted.line);
    else focusField(wanted);
  }, [wanted, pane]);

  return {
    pane,
    setPane,
    area,
    goTo: (problem: EditorProblem) => {
      setPane((now) => (now === "preview" ? "form" : now));
      setWanted({ ...problem });
    },
  };
}

/** The field itself, or the nearest around it that the form has. */
function focusField({ path }: EditorProblem): void {
  for (let length = path.length; length > 0; length--) {
    const field = document.getElementById(fieldId(path.slice(0, length)));
    if (field) {
      field.focus();
      field.scrollIntoView({ block: "center" });
      return;
    }
  }
}

function selectLine(area: HTMLTextAreaElement | null, line: number): void {
  if (!area) return;
  const lines = area.value.split("\n");
  const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
  area.focus();
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
}

type AsideProps = { opened: EditedQuestion; editor: Editor; places: Places };

function Aside({ opened, editor, places }: AsideProps) {
  const { checked, isAway, problems, source, variant, nextVariant, ref } = editor;
  return (
    <div
      className={`min-w-0 flex-col gap-6 lg:sticky lg:top-20 lg:max-h-[calc(100dvh-11rem)] lg:overflow-y-auto ${places.pane === "preview" ? "flex" : "hidden lg:flex"}`}
    >
      <div className="lg:hidden">
        <PaneTabs pane={places.pane} onPane={places.setPane} />
      </div>
      <section aria-label="Preview" className="flex flex-col gap-3">
        <h2 className="text-sm font-medium text-muted">As a learner sees it</h2>
        <PreviewPanel
          questionRef={ref}
          bankTitle={opened.bankTitle}
          source={source.text}
          variant={variant}
          question={checked?.preview ?? null}
          isFirst={checked === null}
          isOld={checked?.isOld ?? false}
          hasVariants={(checked?.result.variants ?? 1) > 1}
          onVariant={nextVariant}
        />
      </section>
      <section aria-label="Checks" className="flex flex-col gap-2">
        <h2 className="text-sm font-medium text-muted">Checks</h2>
        {isAway ? (
          <p role="status" className="text-sm text-partly">
            The server cannot be reached: the checks are of an earlier text.
          </p>
        ) : null}
        {checked ? <ProblemList problems={problems} onGoTo={places.goTo} /> : <p>Checking…</p>}
      </section>
    </div>
  );
}

type ConflictProps = {
  editor: Editor;
  /** What was published since, when publishing was refused for it. */
  newer: StoredDraft | null;
  onSettled: (newer: null) => void;
};

function Conflict({ editor, newer, onSettled }: ConflictProps) {
  const { draft, source } = editor;
  const theirs = draft.theirs ?? (newer && { ...newer, draft: null });
  if (draft.state !== "conflict" && !newer) return null;
  const goOn = (stored: StoredDraft) => {
    // The draft itself is the newest: it is only begun from an older version than is published.
    const own = newer?.draft && { ...newer.draft, baseVersion: newer.version, source: "" };
    draft.goOnFrom(own ? { ...stored, draft: own } : stored);
    onSettled(null);
  };
  return (
    <ConflictPanel
      problem={draft.problem ?? "Another version was published since this draft was begun."}
      mine={source.text}
      theirs={theirs}
      onKeepMine={() => {
        if (theirs) goOn(theirs);
      }}
      onTakeTheirs={() => {
        if (!theirs) return;
        goOn(theirs);
        source.replace(textOf(theirs));
      }}
    />
  );
}
