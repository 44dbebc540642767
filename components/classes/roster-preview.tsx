import { Badge, type Tone } from "@/components/ui/badge";
import { Table } from "@/components/ui/table";
import { counted } from "@/components/ui/counted";
import type { RosterProblem } from "@/lib/domain/classes/roster-file";
import type { RosterPlan, RosterStep } from "@/lib/domain/classes/roster-plan";

export type RosterPreview = {
  problems: RosterProblem[];
  plan: RosterPlan;
  fingerprint: string;
};

const SHOWN_AT_ONCE = 100;

const KINDS: Record<RosterStep["kind"], { name: string; tone: Tone }> = {
  new: { name: "New", tone: "accent" },
  "entry-changes": { name: "Changes", tone: "partly" },
  "member-changes": { name: "Changes", tone: "partly" },
  unchanged: { name: "Unchanged", tone: "neutral" },
};

/** What an import will do, row by row, and what is wrong with the file. */
export function RosterPreviewView({ preview: { problems, plan } }: { preview: RosterPreview }) {
  return (
    <div className="flex flex-col gap-6">
      {problems.length > 0 ? <Problems problems={problems} /> : null}
      <section aria-labelledby="will-happen" className="flex flex-col gap-3">
        <h3 id="will-happen" className="font-semibold">
          What will happen
        </h3>
        <p aria-live="polite">{summaryOf(plan)}</p>
        {plan.newSections.length > 0 ? (
          <p className="text-muted">New sections: {plan.newSections.join(", ")}.</p>
        ) : null}
        {plan.steps.length > 0 ? <Steps steps={plan.steps} /> : null}
      </section>
    </div>
  );
}

function summaryOf({ counts }: RosterPlan): string {
  const changes = counts["entry-changes"] + counts["member-changes"];
  return [`${counts.new} new`, `${changes} changed`, `${counts.unchanged} unchanged`].join(", ");
}

function Problems({ problems }: { problems: readonly RosterProblem[] }) {
  return (
    <section
      aria-labelledby="problems"
      className="rounded-xl border border-bad-line bg-bad-soft p-4"
    >
      <h3 id="problems" className="font-semibold text-bad">
        {counted(problems.length, "problem")}
      </h3>
      <ul className="mt-2 flex flex-col gap-1 text-sm">
        {problems.slice(0, SHOWN_AT_ONCE).map(({ line, message }, index) => (
          <li key={index}>
            <span className="font-medium tabular-nums">Line {line}:</span> {message}
          </li>
        ))}
      </ul>
      {problems.length > SHOWN_AT_ONCE ? (
        <p className="mt-2 text-sm">and {problems.length - SHOWN_AT_ONCE} more.</p>
      ) : null}
    </section>
  );
}

/** What changes comes first: the rest is there to be checked. */
function Steps({ steps }: { steps: readonly RosterStep[] }) {
  const ordered = [
    ...steps.filter(({ kind, note }) => kind !== "unchanged" || note !== null),
    ...steps.filter(({ kind, note }) => kind === "unchanged" && note === null),
  ];
  return (
    <>
      <Table caption="Rows of the file" head={["Line", "What happens", "Who", "In detail"]}>
        {ordered.slice(0, SHOWN_AT_ONCE).map((step) => (
          <tr key={step.line}>
            <td className="tabular-nums">{step.line}</td>
            <td>
              <Badge tone={KINDS[step.kind].tone}>{KINDS[step.kind].name}</Badge>
            </td>
            <th scope="row" className="text-start font-medium">
              {step.email}
              {step.name === "" ? null : (
                <span className="block font-normal text-muted">{step.name}</span>
              )}
            </th>
            <td className="min-w-48 text-end">{detailOf(step)}</td>
          </tr>
        ))}
      </Table>
      {ordered.length > SHOWN_AT_ONCE ? (
        <p className="text-sm text-muted">and {ordered.length - SHOWN_AT_ONCE} more.</p>
      ) : null}
    </>
  );
}

function detailOf(step: RosterStep): string {
  if (step.kind === "new") {
    const { role, section } = step.row;
    return section === null ? role : `${role}, ${section}`;
  }
  const changes = step.kind === "unchanged" ? [] : step.changes;
  const known =
    step.kind === "unchanged" ? [step.isMember ? "in the class already" : "expected already"] : [];
  return [...changes, ...known, ...(step.note === null ? [] : [step.note])].join("; ");
}
