import { FieldErrors } from "@/components/ui/field";

type SectionTicksProps = {
  sections: readonly { id: string; name: string }[];
  ticked: readonly string[];
  errors: readonly string[] | undefined;
};

/** Which sections of the class it is for; nothing to choose in a class without any. */
export function SectionTicks({ sections, ticked, errors }: SectionTicksProps) {
  if (sections.length === 0) return null;
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-lg font-semibold">For</legend>
      <p className="text-sm text-muted">Nothing ticked: everyone in the class.</p>
      {sections.map(({ id, name }) => (
        <label key={id} className="flex items-center gap-2.5">
          <input
            type="checkbox"
            name="sectionIds[]"
            value={id}
            defaultChecked={ticked.includes(id)}
            className="size-4 accent-accent"
          />
          {name}
        </label>
      ))}
      <FieldErrors id="sections" errors={errors} />
    </fieldset>
  );
}
