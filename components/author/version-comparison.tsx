import { TextDifference } from "@/components/questions/text-difference";

type VersionComparisonProps = {
  comparison: {
    from: number;
    to: number;
    fields: readonly { field: string; before: string | null; after: string | null }[];
  };
};

/** What is different between two versions, field by field. */
export function VersionComparison({ comparison: { from, to, fields } }: VersionComparisonProps) {
  return (
    <section aria-labelledby="comparison" className="flex flex-col gap-5">
      <h2 id="comparison" className="text-lg font-semibold">
        From version {from} to version {to}
      </h2>
      {fields.length === 0 ? <p className="text-muted">They say the same.</p> : null}
      {fields.map(({ field, before, after }) => (
        <section key={field} aria-label={field} className="flex flex-col gap-2">
          <h3 className="font-mono text-sm font-medium">{field}</h3>
          <TextDifference
            before={before ?? ""}
            after={after ?? ""}
            names={{ before: `version ${from}`, after: `version ${to}` }}
            sides={{ before: "Before", after: "After" }}
            label={`How ${field} differs`}
          />
        </section>
      ))}
    </section>
  );
}
