import type { ReactNode } from "react";

import { zoneName } from "@/components/classes/class-words";
import { Page } from "@/components/layout/page";
import { PageTabs, type PageTab } from "@/components/layout/page-tabs";
import { Badge } from "@/components/ui/badge";
import type { ClassRole } from "@/lib/domain/access/class-access";

type ClassFrameProps = {
  head: {
    id: string;
    name: string;
    timeZone: string;
    archivedAt: string | null;
    role: ClassRole | null;
    mayRun: boolean;
    mayAdmit: boolean;
    maySeeStudents: boolean;
  };
  /** Beside the name of the class. */
  actions?: ReactNode;
  children: ReactNode;
};

/** The frame of every page of a class: its name, its time zone and its other pages. */
export function ClassFrame({ head, actions, children }: ClassFrameProps) {
  return (
    <Page
      title={head.name}
      intro={
        <span className="flex flex-wrap items-center gap-2 text-sm">
          Times in {zoneName(head.timeZone)}
          {head.archivedAt === null ? null : <Badge>Archived</Badge>}
        </span>
      }
      actions={actions}
    >
      <PageTabs label="Class" tabs={tabsOf(head)} />
      {children}
    </Page>
  );
}

function tabsOf({
  id,
  role,
  mayRun,
  mayAdmit,
  maySeeStudents,
}: ClassFrameProps["head"]): PageTab[] {
  const base = `/classes/${id}`;
  return [
    { href: base, label: "Overview" },
    { href: `${base}/assignments`, label: "Assignments" },
    ...(role === "student" ? [{ href: `${base}/grades`, label: "Grades" }] : []),
    ...(maySeeStudents
      ? [
          { href: `${base}/gradebook`, label: "Gradebook" },
          { href: `${base}/progress`, label: "Progress" },
          { href: `${base}/roster`, label: "Roster" },
        ]
      : []),
    ...(mayRun ? [{ href: `${base}/appeals`, label: "Appeals" }] : []),
    ...(mayRun || mayAdmit ? [{ href: `${base}/settings`, label: "Settings" }] : []),
  ];
}
