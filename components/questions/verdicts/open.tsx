import { useAnswerWords } from "@/components/questions/answer-words";
import type { VerdictPropsOf } from "@/components/questions/verdict-props";
import { MarkedPoints } from "@/components/questions/marked-points";
import { MarkingPoints } from "@/components/questions/marking-points";
import { VerdictRow } from "@/components/questions/verdict-row";
import { InlineMarkdown, Markdown } from "@/components/ui/markdown";

export function OpenVerdict({ given, solution, marks, onMarks }: VerdictPropsOf<"open">) {
  const { title } = useAnswerWords();
  return (
    <div className="flex flex-col gap-5">
      <div className="grid items-start gap-3 md:grid-cols-2">
        {given ? (
          <section className="rounded-lg border border-line bg-surface px-4 py-3">
            <h3 className="mb-2 text-xs font-medium text-muted">{title}</h3>
            <p className="break-words whitespace-pre-wrap">{given.detail.text}</p>
          </section>
        ) : null}
        <section
          className={`rounded-lg border border-accent-line bg-accent-soft px-4 py-3 ${given ? "" : "md:col-span-2"}`}
        >
          <h3 className="mb-2 text-xs font-medium text-muted">Model answer</h3>
          <Markdown text={solution.modelAnswer} />
        </section>
      </div>
      {onMarks === null ? (
        <MarkedPoints points={solution.marks} marks={marks ?? given?.detail.marks ?? null} />
      ) : null}
      {given && onMarks ? (
        <MarkingPoints
          points={solution.marks}
          suggested={given.detail.suggested}
          marks={marks ?? given.detail.marks}
          onMarks={onMarks}
        />
      ) : null}
      {solution.doNotAccept.length > 0 ? (
        <section>
          <h3 className="mb-2 text-sm font-medium text-muted">Does not count</h3>
          <ul className="flex flex-col gap-2">
            {solution.doNotAccept.map(({ text, why }) => (
              <VerdictRow key={text} mark="none" why={why}>
                <InlineMarkdown text={text} />
              </VerdictRow>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
