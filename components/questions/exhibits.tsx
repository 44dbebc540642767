import { findDrawing } from "@/components/diagrams/diagram-registry";
import { CodeBlock } from "@/components/ui/code-block";
import type { Exhibit } from "@/lib/domain/questions/content";

const LABELS = { yaml: "YAML", output: "Output", events: "Events" };

/** What a question shows beside its text. */
export function Exhibits({ exhibits }: { exhibits: readonly Exhibit[] }) {
  if (exhibits.length === 0) return null;
  return (
    <div className="flex flex-col gap-3">
      {exhibits.map((exhibit, index) => (
        <ExhibitView key={index} exhibit={exhibit} />
      ))}
    </div>
  );
}

function ExhibitView({ exhibit }: { exhibit: Exhibit }) {
  if (exhibit.type === "diagram") {
    const drawing = findDrawing(exhibit.diagram, exhibit.hidden ?? []);
    return drawing ? (
      <figure className="rounded-lg border border-line bg-surface p-4">
        <drawing.Diagram alt={exhibit.alt} hidden={drawing.hidden} />
      </figure>
    ) : (
      <p className="rounded-lg border border-line px-4 py-3 text-muted">{exhibit.alt}</p>
    );
  }
  const { type, text, title } = exhibit;
  return (
    <CodeBlock
      text={text}
      {...(title ? { title } : {})}
      label={LABELS[type]}
      language={type === "yaml" ? "yaml" : "plain"}
    />
  );
}
