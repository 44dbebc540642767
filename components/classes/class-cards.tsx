import Link from "next/link";

import { ROLE_NAMES } from "@/components/classes/class-words";
import { Badge } from "@/components/ui/badge";
import { counted } from "@/components/ui/counted";
import type { ClassRole } from "@/lib/domain/access/class-access";

export type ClassCard = { id: string; name: string; role: ClassRole; students: number };

export function ClassCards({ classes }: { classes: readonly ClassCard[] }) {
  return (
    <ul className="grid gap-3 sm:grid-cols-2">
      {classes.map(({ id, name, role, students }) => (
        <li key={id}>
          <Link
            href={`/classes/${id}`}
            className="flex h-full flex-col gap-2 rounded-xl border border-line bg-surface p-4 shadow-low transition-colors hover:border-edge"
          >
            <span className="font-semibold">{name}</span>
            <span className="mt-auto flex flex-wrap items-center gap-2 text-sm text-muted">
              <Badge tone={role === "student" ? "neutral" : "accent"}>{ROLE_NAMES[role]}</Badge>
              {role === "student" ? null : counted(students, "student")}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
