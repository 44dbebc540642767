import type { ViewOf } from "@/components/questions/kind-view";
import { TextLine } from "@/components/questions/text-line";
import { parseNumber } from "@/lib/domain/questions/parse-number";

/** As typed: "1,000" and "" are not numbers yet. */
type Draft = { from: string; to: string };

export const numberView: ViewOf<"number", Draft> = {
  typed: true,
  keys: "Enter sends",
  start: () => ({ from: "", to: "" }),
  toAnswer: (draft, { form, unit }) => {
    const from = parseNumber(draft.from, unit);
    if (from === null) return null;
    if (form === "value") return { kind: "number", value: from };
    const to = parseNumber(draft.to, unit);
    return to === null ? null : { kind: "number", from, to };
  },
  toKeep: (draft, { form, unit }) => {
    const [from, to] = [parseNumber(draft.from, unit), parseNumber(draft.to, unit)];
    if (form === "value") return from === null ? null : { kind: "number", value: from };
    if (from === null && to === null) return null;
    return { kind: "number", ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
  },
  resume: ({ value, from, to }) => ({ from: asTyped(value ?? from), to: asTyped(to) }),
  Ask: ({ body, draft, onChange, disabled, promptId }) => (
    <div className="flex max-w-md items-center gap-3">
      <TextLine
        numeric
        value={draft.from}
        disabled={disabled}
        labelledBy={promptId}
        {...(body.form === "range" ? { label: "From" } : {})}
        placeholder={body.form === "range" ? "From" : "Number"}
        onChange={(from) => {
          onChange({ ...draft, from });
        }}
      />
      {body.form === "range" ? (
        <>
          <span className="text-muted">to</span>
          <TextLine
            numeric
            value={draft.to}
            disabled={disabled}
            labelledBy={promptId}
            label="To"
            placeholder="To"
            onChange={(to) => {
              onChange({ ...draft, to });
            }}
          />
        </>
      ) : null}
      {body.unit ? <span className="shrink-0 text-muted">{body.unit}</span> : null}
    </div>
  ),
};

const asTyped = (value: number | undefined) => (value === undefined ? "" : String(value));
