import { QuestionVerdict } from "@/components/questions/question-verdict";
import { OutcomeHeading } from "@/components/questions/outcome-heading";
import { Markdown } from "@/components/ui/markdown";
import type { PublicQuestion } from "@/lib/domain/questions/to-public";
import type { TryResponse } from "@/lib/domain/study/try-contract";

type TryVerdictProps = { question: PublicQuestion; text: string; response: TryResponse };

export function TryVerdict({ question, text, response: { graded, reveal } }: TryVerdictProps) {
  return (
    <div className="flex flex-col gap-4">
      <OutcomeHeading outcome={graded.outcome} score={graded.score} />
      <QuestionVerdict
        kind={question.kind}
        body={question.body}
        given={{ answer: { kind: "kubectl", text }, detail: graded.detail }}
        solution={reveal.solution}
        marks={null}
        onMarks={null}
      />
      <div className="border-s-2 border-accent-line ps-4 text-sm">
        <Markdown text={reveal.explanation} />
      </div>
    </div>
  );
}
