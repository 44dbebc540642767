import type { ErrorsOf } from "@/components/quizzes/assignments/assigned-form";
import { TextField } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select";
import type { HomeworkFormValues, ScopeGroup } from "@/lib/domain/quizzes/assigned-forms";
import { calendarDays } from "@/lib/domain/quizzes/homework-plan";
import { homeworkSentence } from "@/lib/domain/quizzes/homework-words";

type WantedProps = {
  scopes: readonly ScopeGroup[];
  draft: HomeworkFormValues;
  onChange: (part: Partial<HomeworkFormValues>) => void;
  errorsOf: ErrorsOf;
};

const KINDS = [
  { kind: "reviews", label: "Answers on each day", hint: "A habit: a little, day after day." },
  { kind: "readiness", label: "Readiness by a date", hint: "A goal: the way is up to them." },
] as const;

/** What is asked for, with the sentence that students will read. */
export function Wanted({ scopes, draft, onChange, errorsOf }: WantedProps) {
  const { ruleKind } = draft;
  return (
    <fieldset className="flex flex-col gap-5">
      <legend className="mb-3 text-lg font-semibold">What is asked for</legend>
      <KindChoice draft={draft} onChange={onChange} />
      <div className="grid gap-5 sm:grid-cols-2">
        {ruleKind === "reviews" ? (
          <DailyFields draft={draft} onChange={onChange} errorsOf={errorsOf} />
        ) : (
          <Whole
            name="targetPercent"
            label="Readiness in percent"
            hint="Expected recall when it is due."
            {...{ draft, onChange, errorsOf }}
          />
        )}
        <ScopeField scopes={scopes} draft={draft} onChange={onChange} errorsOf={errorsOf} />
      </div>
      <p aria-live="polite" className="rounded-md bg-sunken px-3 py-2 text-sm">
        {sentenceOf(draft, scopes)}
      </p>
    </fieldset>
  );
}

const KindChoice = ({ draft: { ruleKind }, onChange }: Pick<WantedProps, "draft" | "onChange">) => (
  <div className="grid gap-3 sm:grid-cols-2">
    {KINDS.map(({ kind, label, hint }) => (
      <label
        key={kind}
        className="flex cursor-pointer gap-3 rounded-xl border border-line bg-surface p-4 has-checked:border-accent"
      >
        <input
          type="radio"
          name="ruleKind"
          value={kind}
          checked={ruleKind === kind}
          onChange={() => {
            onChange({ ruleKind: kind });
          }}
          className="mt-1 size-4 shrink-0 accent-accent"
        />
        <span>
          <span className="block font-medium">{label}</span>
          <span className="block text-sm text-muted">{hint}</span>
        </span>
      </label>
    ))}
  </div>
);

const ScopeField = ({ scopes, draft: { scope }, onChange, errorsOf }: WantedProps) => (
  <SelectField
    id="scope"
    name="scope"
    label="Questions"
    value={scope}
    onChange={(event) => {
      onChange({ scope: event.target.value });
    }}
    errors={errorsOf("scope")}
  >
    <option value="all">All questions</option>
    {scopes.map((group) => (
      <optgroup key={group.title} label={group.title}>
        {group.choices.map(({ value, title }) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </optgroup>
    ))}
  </SelectField>
);

type FieldsProps = Omit<WantedProps, "scopes">;

const DailyFields = (props: FieldsProps) => (
  <>
    <Whole name="perDay" label="Answers a day" {...props} />
    <Whole
      name="missedDays"
      label="Days that may be missed"
      hint="Homework leaves room for a free Sunday."
      {...props}
    />
  </>
);

type WholeProps = FieldsProps & {
  name: "perDay" | "missedDays" | "targetPercent";
  label: string;
  hint?: string;
};

const Whole = ({ name, label, hint, draft, onChange, errorsOf }: WholeProps) => (
  <TextField
    id={name}
    name={name}
    label={label}
    {...(hint ? { hint } : {})}
    inputMode="numeric"
    defaultValue={draft[name]}
    onChange={(event) => {
      onChange({ [name]: Number(event.target.value) });
    }}
    errors={errorsOf(name)}
  />
);

function sentenceOf(draft: HomeworkFormValues, scopes: readonly ScopeGroup[]): string {
  const { ruleKind, opensAt, dueAt, perDay, missedDays, targetPercent, scope } = draft;
  const place =
    scopes.flatMap(({ choices }) => choices).find(({ value }) => value === scope)?.title ?? null;
  if (ruleKind === "readiness") {
    return `${homeworkSentence({ kind: "readiness", target: targetPercent / 100 }, place)}.`;
  }
  const there = calendarDays(opensAt, dueAt);
  const days = there - missedDays;
  if (!(days >= 1)) return "No day is left: fewer may be missed, or it lasts longer.";
  return `${homeworkSentence({ kind: "reviews", perDay, days }, place)}, of the ${there} there are.`;
}
