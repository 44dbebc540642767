"use client";

// In the browser's bundle, so that its bars are sent whole: see quiz-figures.tsx.

import { ActionButton } from "@/components/form/action-button";
import { ConfirmButton } from "@/components/form/confirm-button";
import type { FormAction } from "@/components/form/form-action";
import { tenthText } from "@/components/quizzes/results/figure-text";
import { Table } from "@/components/ui/table";

type Change = { name: string; questionId: string; before: string; after: string };
type Totals = {
  students: { name: string; before: string; after: string }[];
  distribution: { before: number[]; after: number[] };
};

type RegradePreviewProps = {
  values: Readonly<Record<string, string>>;
  preview: {
    policy: "replace" | "raise-only";
    incomparable: number;
    changes: Change[];
    raised: number;
    lowered: number;
    totals: Totals;
  };
  /** It says something else than the one that was to be applied. */
  isAnew: boolean;
  apply: FormAction;
  discard: FormAction;
};

const SHOWN = 500;

/** Every mark and every total that would change, and the button that does it. */
export function RegradePreview({ values, preview, isAnew, apply, discard }: RegradePreviewProps) {
  const { changes, totals, incomparable } = preview;
  return (
    <section aria-labelledby="preview" className="flex flex-col gap-4">
      <h3 id="preview" className="text-lg font-semibold">
        What would change
      </h3>
      {isAnew ? (
        <p role="status" className="rounded-lg border border-partly-line bg-partly-soft px-4 py-3">
          Something has changed since you looked. Nothing was applied: this is what would change
          now.
        </p>
      ) : null}
      <p className="font-medium">{countWords(preview)}</p>
      {incomparable === 0 ? null : (
        <p className="text-muted">
          {incomparable === 1 ? "1 answer stays" : `${incomparable} answers stay`} as marked: the
          question is put differently today, so that its key says nothing of them.
        </p>
      )}
      {changes.length === 0 ? null : (
        <>
          <Totals totals={totals} />
          <Marks changes={changes} />
        </>
      )}
      <div className="flex flex-wrap gap-2">
        <ConfirmButton
          action={apply}
          values={values}
          size="medium"
          title="Apply these changes?"
          consequences={
            <p>
              {countWords(preview)} Students whose results are released are told. It can be undone
              on this page.
            </p>
          }
          confirm="Apply"
        >
          Apply
        </ConfirmButton>
        <ActionButton action={discard} values={values} look="quiet" size="medium">
          Discard
        </ActionButton>
      </div>
    </section>
  );
}

function countWords({ changes, raised, lowered, totals }: RegradePreviewProps["preview"]): string {
  if (changes.length === 0) return "No mark would change.";
  const marks = changes.length === 1 ? "1 mark" : `${changes.length} marks`;
  const students = totals.students.length;
  const whose = students === 1 ? "the total of 1 student" : `the totals of ${students} students`;
  // Such as what everybody gets full points for and had them already.
  const same = changes.length - raised - lowered;
  const others = same === 0 ? "" : `, ${same} with the same points`;
  return `${marks} would change: ${raised} up, ${lowered} down${others}. So would ${whose}.`;
}

function Totals({ totals: { students, distribution } }: { totals: Totals }) {
  return (
    <>
      <Distribution {...distribution} />
      {students.length === 0 ? null : (
        <Table caption="Totals that would change" head={["Student", "Before", "After"]}>
          {students.slice(0, SHOWN).map(({ name, before, after }, index) => (
            <tr key={index}>
              <td>{name}</td>
              <td className="whitespace-nowrap tabular-nums">{before}</td>
              <td className="text-end whitespace-nowrap tabular-nums">{after}</td>
            </tr>
          ))}
        </Table>
      )}
      <More shown={SHOWN} of={students.length} />
    </>
  );
}

function Marks({ changes }: { changes: readonly Change[] }) {
  return (
    <details>
      <summary className="cursor-pointer text-sm font-medium">Each mark that would change</summary>
      <div className="mt-3 flex flex-col gap-2">
        <Table caption="Marks that would change" head={["Student", "Question", "Before", "After"]}>
          {changes.slice(0, SHOWN).map(({ name, questionId, before, after }, index) => (
            <tr key={index}>
              <td>{name}</td>
              <td className="break-words">{questionId}</td>
              <td className="whitespace-nowrap tabular-nums">{before}</td>
              <td className="text-end whitespace-nowrap tabular-nums">{after}</td>
            </tr>
          ))}
        </Table>
        <More shown={SHOWN} of={changes.length} />
      </div>
    </details>
  );
}

const More = ({ shown, of }: { shown: number; of: number }) =>
  of <= shown ? null : <p className="text-sm text-muted">And {of - shown} more.</p>;

function Distribution({ before, after }: Totals["distribution"]) {
  const most = Math.max(1, ...before, ...after);
  return (
    <figure className="flex flex-col gap-2">
      <figcaption className="text-sm font-medium">
        Students by share of the points: before, and after
      </figcaption>
      <ol className="flex flex-col gap-1.5 text-sm tabular-nums">
        {before.map((count, tenth) => (
          <li key={tenth} className="grid grid-cols-[6rem_1fr_4rem] items-center gap-2">
            <span className="text-muted">{tenthText(tenth)}</span>
            <svg aria-hidden viewBox="0 0 100 16" preserveAspectRatio="none" className="h-4 w-full">
              <rect width={(100 * count) / most} height="7" className="fill-edge" />
              <rect
                y="9"
                width={(100 * (after[tenth] ?? 0)) / most}
                height="7"
                className="fill-accent"
              />
            </svg>
            <span className="text-end">
              {count} → {after[tenth] ?? 0}
            </span>
          </li>
        ))}
      </ol>
    </figure>
  );
}
