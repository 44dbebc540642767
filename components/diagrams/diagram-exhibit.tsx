import { findDrawing } from "@/components/diagrams/diagram-registry";
import type { Exhibit } from "@/lib/domain/questions/content";

type DiagramExhibitProps = { exhibit: Extract<Exhibit, { type: "diagram" }> };

/** A drawing in its frame; its description where the drawing is gone. */
export function DiagramExhibit({ exhibit }: DiagramExhibitProps) {
  const drawing = findDrawing(exhibit.diagram, exhibit.hidden ?? []);
  return drawing ? (
    <figure className="rounded-lg border border-line bg-surface p-4">
      <drawing.Diagram alt={exhibit.alt} hidden={drawing.hidden} />
    </figure>
  ) : (
    <p className="rounded-lg border border-line px-4 py-3 text-muted">{exhibit.alt}</p>
  );
}
