import { ROLE_NAMES } from "@/components/classes/class-words";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { counted } from "@/components/ui/counted";
import type { ClassRole } from "@/lib/domain/access/class-access";

type ClassPeopleProps = {
  id: string;
  staff: readonly { name: string; role: ClassRole }[];
  counts: Record<ClassRole, number>;
  maySeeStudents: boolean;
  mayRun: boolean;
};

/** Who teaches, and to those who do: how many are taught. */
export function ClassPeople({ id, staff, counts, maySeeStudents, mayRun }: ClassPeopleProps) {
  return (
    <section aria-labelledby="people" className="flex flex-col gap-3">
      <h2 id="people" className="text-lg font-semibold">
        People
      </h2>
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {staff.map(({ name, role }, index) => (
          <li key={index} className="flex items-center gap-2">
            {name} <Badge>{ROLE_NAMES[role]}</Badge>
          </li>
        ))}
      </ul>
      {maySeeStudents ? (
        <div className="flex flex-wrap items-center gap-3">
          <p className="text-muted">{counted(counts.student, "student")}</p>
          <LinkButton href={`/classes/${id}/roster`} size="small">
            Roster
          </LinkButton>
          {mayRun ? (
            <LinkButton href={`/classes/${id}/roster/import`} size="small">
              Import a list
            </LinkButton>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}
