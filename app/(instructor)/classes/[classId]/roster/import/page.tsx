import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { ClassFrame } from "@/components/classes/class-frame";
import { RosterImport } from "@/components/classes/roster-import";
import { requireActor } from "@/lib/server/auth/actor";
import { load } from "@/lib/server/page";
import { viewClassHead } from "@/lib/server/services/view-class";

import { applyRosterAction, previewRosterAction } from "../actions";

export const metadata: Metadata = { title: "Import a list" };

export default async function RosterImportPage({
  params,
}: PageProps<"/classes/[classId]/roster/import">) {
  const { classId } = await params;
  const head = await load(`/classes/${classId}/roster/import`, async () =>
    viewClassHead(await requireActor(), classId),
  );
  if (!head.mayRun) notFound();
  return (
    <ClassFrame head={head}>
      <section aria-labelledby="import" className="flex flex-col gap-4">
        <div className="max-w-3xl">
          <h2 id="import" className="text-lg font-semibold">
            Import a list
          </h2>
          <p className="text-muted">
            A CSV file with a column <code className="font-mono">email</code>, and if you like{" "}
            <code className="font-mono">name</code>, <code className="font-mono">section</code>,{" "}
            <code className="font-mono">role</code> and{" "}
            <code className="font-mono">student number</code>. You see what will happen before
            anything is saved; nobody is ever removed by an import.
          </p>
        </div>
        <RosterImport classId={classId} preview={previewRosterAction} apply={applyRosterAction} />
      </section>
    </ClassFrame>
  );
}
