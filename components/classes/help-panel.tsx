import { HelpList, type HelpRow } from "@/components/classes/help-list";
import { TextLink } from "@/components/ui/text-link";

type HelpPanelProps = { classId: string; rows: readonly HelpRow[] };

const SHOWN = 5;

/** The first of those who need help, on the first page of their class. */
export const HelpPanel = ({ classId, rows }: HelpPanelProps) => (
  <section aria-labelledby="help" className="flex flex-col gap-3">
    <div className="flex flex-wrap items-baseline justify-between gap-3">
      <h2 id="help" className="text-lg font-semibold">
        Who needs help
      </h2>
      <TextLink href={`/classes/${classId}/progress`}>
        {rows.length > SHOWN ? `All ${rows.length}, and domains` : "Progress of the class"}
      </TextLink>
    </div>
    <HelpList classId={classId} rows={rows.slice(0, SHOWN)} />
  </section>
);
