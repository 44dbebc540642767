"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";

import { publishDraft } from "@/components/author/editor/author-api";
import { SaveWords } from "@/components/author/editor/save-words";
import type { DraftBase } from "@/components/author/editor/use-draft";
import type { EditedQuestion, Editor } from "@/components/author/editor/use-editor";
import { ConfirmButton } from "@/components/form/confirm-button";
import type { FormAction } from "@/components/form/form-action";
import { FormMessage } from "@/components/form/form-message";
import { ActionBar } from "@/components/study/action-bar";
import { Refused } from "@/components/study/api-client";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { EditorProblem } from "@/lib/domain/authoring/editor-contract";

type PublishBarProps = {
  opened: EditedQuestion;
  editor: Editor;
  discard: FormAction;
  /** Leads to the first of them. */
  onErrors: (first: EditorProblem) => void;
  onConflict: () => void;
};

/** Whether it is saved, and the step from draft to version. */
export function PublishBar({ opened, editor, discard, onErrors, onConflict }: PublishBarProps) {
  const { draft, problems, isCurrent } = editor;
  const publishing = usePublish(editor, onConflict);
  const [asking, setAsking] = useState(false);
  const errors = problems.filter(({ severity }) => severity === "error");
  const flaws = problems.filter(({ severity }) => severity === "flaw");
  const { draftId, baseVersion } = draft.base;
  const isSame = draftId === null && !draft.isChanged;

  const start = () => {
    const [first] = errors;
    editor.touchAll();
    if (first) onErrors(first);
    else if (flaws.length > 0) setAsking(true);
    else void publishing.publish();
  };
  return (
    <ActionBar aboveTabs>
      <div className="flex flex-wrap items-center gap-3">
        <SaveWords
          state={draft.state}
          published={isSame && baseVersion > 0 ? `Published as version ${baseVersion}.` : null}
        />
        <div className="ms-auto flex flex-wrap gap-2">
          <DiscardButton opened={opened} base={draft.base} discard={discard} />
          <Button
            look="primary"
            disabled={publishing.pending || isSame || !isCurrent || draft.state === "conflict"}
            onClick={start}
          >
            {publishing.pending ? "Publishing…" : "Publish"}
          </Button>
        </div>
      </div>
      <FormMessage error={publishing.problem} />
      <FlawsDialog
        open={asking}
        flaws={flaws}
        onClose={() => {
          setAsking(false);
        }}
        onPublish={() => {
          setAsking(false);
          void publishing.publish();
        }}
      />
    </ActionBar>
  );
}

type DiscardButtonProps = { opened: EditedQuestion; base: DraftBase; discard: FormAction };

function DiscardButton({ opened, base, discard }: DiscardButtonProps) {
  const { draftId, revision, baseVersion } = base;
  if (draftId === null) return null;
  return (
    <ConfirmButton
      action={discard}
      values={{ bankId: opened.bankId, slug: opened.slug, draftId, revision }}
      size="medium"
      look="danger"
      title="Discard this draft?"
      consequences={
        <p>
          {baseVersion > 0
            ? `What you wrote since version ${baseVersion} is lost. Version ${baseVersion} stays as it is.`
            : "The question was never published: nothing of it is left."}
        </p>
      }
      confirm="Discard the draft"
    >
      Discard
    </ConfirmButton>
  );
}

function usePublish({ ref, draft }: Editor, onConflict: () => void) {
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const publish = async () => {
    setPending(true);
    setProblem(null);
    try {
      const saved = await draft.saveNow();
      if (saved && saved.draftId !== null) {
        const { draftId, revision } = saved;
        const { version } = await publishDraft(ref, { draftId, revision });
        draft.published(version);
        router.refresh();
      }
    } catch (error) {
      if (error instanceof Refused && error.code === "conflict") onConflict();
      setProblem(
        error instanceof Refused ? error.message : "The server could not be reached. Try again.",
      );
    }
    setPending(false);
  };
  return { pending, problem, publish };
}

type FlawsDialogProps = {
  open: boolean;
  flaws: readonly EditorProblem[];
  onClose: () => void;
  onPublish: () => void;
};

function FlawsDialog({ open, flaws, onClose, onPublish }: FlawsDialogProps) {
  return (
    <Dialog open={open} onClose={onClose} title="Publish it with flaws?">
      <div className="flex flex-col gap-4">
        <p>It can be asked and graded as it is, but these should be mended:</p>
        <ul className="flex list-disc flex-col gap-1.5 ps-5 text-sm">
          {flaws.map(({ message }, index) => (
            <li key={index}>{message}</li>
          ))}
        </ul>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>Go on writing</Button>
          <Button look="primary" onClick={onPublish}>
            Publish anyway
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
