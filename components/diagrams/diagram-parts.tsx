import type { ReactNode } from "react";

export type HiddenParts = Readonly<Partial<Record<string, number>>>;

export type DiagramProps = {
  /** What the picture says, for those who do not see it. */
  alt: string;
  /** Parts whose label is hidden, and the number that stands there instead. */
  hidden?: HiddenParts;
};

type FrameProps = { alt: string; width: number; height: number; children: ReactNode };

/** Drawn in a space about as wide as a phone, so that labels stay readable there. */
export function DiagramFrame({ alt, width, height, children }: FrameProps) {
  return (
    <svg
      role="img"
      aria-label={alt}
      viewBox={`0 0 ${width} ${height}`}
      className="mx-auto block h-auto w-full max-w-xl font-sans"
    >
      <defs>
        <marker
          id="arrowhead"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto-start-reverse"
        >
          <path d="M0 0.5 L7.5 4 L0 7.5 Z" className="fill-muted" />
        </marker>
      </defs>
      {children}
    </svg>
  );
}

const TONES = {
  plain: "fill-surface stroke-edge",
  accent: "fill-accent-soft stroke-accent",
  good: "fill-good-soft stroke-good",
  bad: "fill-bad-soft stroke-bad",
  partly: "fill-partly-soft stroke-partly",
} as const;

type Tone = keyof typeof TONES;

type BoxProps = {
  x: number;
  y: number;
  width: number;
  height?: number;
  label: string;
  /** A second, quieter line. */
  note?: string;
  tone?: Tone;
  /** The name by which `hidden` asks for this box. */
  part?: string;
  hidden?: HiddenParts | undefined;
};

/** A labelled box; `x` and `y` are its upper left corner. */
export function Box(props: BoxProps) {
  const { x, y, width, height = 34, label, note, tone = "plain", part, hidden } = props;
  const number = part === undefined ? 0 : (hidden?.[part] ?? 0);
  const middle = x + width / 2;
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx={5}
        className={number > 0 ? "fill-partly-soft stroke-partly" : TONES[tone]}
        strokeDasharray={number > 0 ? "4 3" : undefined}
      />
      {number > 0 ? (
        <Label x={middle} y={y + height / 2 + 5} className="fill-partly text-[14px] font-bold">
          {String(number)}
        </Label>
      ) : (
        <>
          <Label
            x={middle}
            y={y + height / 2 + (note ? -2 : 4)}
            className="fill-ink text-[11px] font-medium"
          >
            {label}
          </Label>
          {note && (
            <Label x={middle} y={y + height / 2 + 11} className="fill-muted text-[9px]">
              {note}
            </Label>
          )}
        </>
      )}
    </g>
  );
}

type GroupProps = { x: number; y: number; width: number; height: number; label: string };

/** A frame around boxes that belong together. */
export function Group({ x, y, width, height, label }: GroupProps) {
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx={8}
        className="fill-sunken stroke-line"
        strokeDasharray="3 3"
      />
      <text x={x + 8} y={y + 14} className="fill-muted text-[10px] font-semibold">
        {label}
      </text>
    </g>
  );
}

type ArrowProps = {
  /** Corner points, from tail to head: "x,y x,y …". */
  points: string;
  label?: string;
  labelAt?: readonly [x: number, y: number];
  both?: boolean;
  dashed?: boolean;
};

export function Arrow({ points, label, labelAt, both = false, dashed = false }: ArrowProps) {
  return (
    <g>
      <polyline
        points={points}
        className="fill-transparent stroke-muted"
        strokeWidth={1.25}
        strokeDasharray={dashed ? "3 3" : undefined}
        markerEnd="url(#arrowhead)"
        markerStart={both ? "url(#arrowhead)" : undefined}
      />
      {label && labelAt && (
        <Label x={labelAt[0]} y={labelAt[1]} className="fill-muted text-[9px]">
          {label}
        </Label>
      )}
    </g>
  );
}

type LabelProps = { x: number; y: number; className: string; children: string };

function Label({ x, y, className, children }: LabelProps) {
  return (
    <text x={x} y={y} textAnchor="middle" className={className}>
      {children}
    </text>
  );
}
