import { lazy, Suspense } from "react";

import { CodeBlock } from "@/components/ui/code-block";
import type { Exhibit } from "@/lib/domain/questions/content";

// Drawings are few and large: they come with the first question that shows one.
const DiagramExhibit = lazy(async () => ({
  default: (await import("@/components/diagrams/diagram-exhibit")).DiagramExhibit,
}));

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
    return (
      <Suspense fallback={<div className="aspect-2/1 rounded-lg border border-line bg-surface" />}>
        <DiagramExhibit exhibit={exhibit} />
      </Suspense>
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
