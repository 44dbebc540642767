import { annotateLine, type Piece } from "@/components/questions/annotate-line";
import { useAnswerWords } from "@/components/questions/answer-words";
import type { Finding } from "@/lib/domain/kubectl/model";

type Tone = "bad" | "partly";

type AnnotatedLineProps = { text: string; findings: readonly Finding[]; tone: Tone };

const UNDERLINES: Record<Tone, string> = {
  bad: "bg-bad-soft text-bad decoration-bad",
  partly: "bg-partly-soft text-partly decoration-partly",
};

/** What the learner typed, with the findings drawn where they are meant. */
export function AnnotatedLine({ text, findings, tone }: AnnotatedLineProps) {
  const { title } = useAnswerWords();
  const pieces = annotateLine(
    text,
    findings.map((finding) => finding.span),
  );
  return (
    <div className="rounded-lg border border-line bg-sunken px-4 py-3.5">
      <p className="mb-1.5 text-xs font-medium text-muted">{title}</p>
      <div className="font-mono text-[0.875rem] leading-8 break-words whitespace-pre-wrap">
        {pieces.map((piece, index) => (
          <PieceOfLine key={index} piece={piece} tone={tone} />
        ))}
      </div>
    </div>
  );
}

function PieceOfLine({ piece, tone }: { piece: Piece; tone: Tone }) {
  if (piece.findings.length === 0) return piece.text;
  return (
    <mark
      className={`rounded-sm bg-transparent underline decoration-wavy decoration-1 underline-offset-4 ${UNDERLINES[tone]}`}
    >
      {piece.text}
      {piece.endOf.map((index) => (
        <FindingNumber key={index} number={index + 1} tone={tone} className="ms-0.5 mb-1.5" />
      ))}
    </mark>
  );
}

const DISCS: Record<Tone, string> = { bad: "bg-bad", partly: "bg-partly" };

type FindingNumberProps = { number: number; tone: Tone; className?: string };

/** Ties a place in the line to its entry in the list below. */
export function FindingNumber({ number, tone, className = "" }: FindingNumberProps) {
  return (
    <span
      className={`inline-flex size-4 items-center justify-center rounded-full align-middle font-sans text-[0.625rem] leading-none font-bold text-canvas no-underline ${DISCS[tone]} ${className}`}
    >
      <span className="sr-only">Finding </span>
      {number}
    </span>
  );
}
