import { CircleCheck } from "lucide-react";
import type { Metadata } from "next";

import { ClassFrame } from "@/components/classes/class-frame";
import { AnsweredAppeals } from "@/components/quizzes/appeals/answered-appeals";
import { AppealDesk } from "@/components/quizzes/appeals/appeal-desk";
import { EmptyState } from "@/components/ui/empty-state";
import { PageLinks } from "@/components/ui/page-links";
import { TextLink } from "@/components/ui/text-link";
import { AppealsQuerySchema } from "@/lib/domain/quizzes/appeal-input";
import { requireActor } from "@/lib/server/auth/actor";
import { load } from "@/lib/server/page";
import { viewAppeals } from "@/lib/server/services/view-appeals";
import { viewClassHead } from "@/lib/server/services/view-class";

import {
  acceptIntoKeyAction,
  acceptWithPointsAction,
  previewAcceptanceAction,
  previewTakingBackAction,
  refuseAppealAction,
  takeBackAcceptanceAction,
} from "./actions";

export const metadata: Metadata = { title: "Appeals" };

export default async function AppealsPage({
  params,
  searchParams,
}: PageProps<"/classes/[classId]/appeals">) {
  const { classId } = await params;
  const query = AppealsQuerySchema.parse(await searchParams);
  const isOpen = query.show === "open";
  const path = `/classes/${classId}/appeals`;
  const { head, view } = await load(path, async () => {
    const actor = await requireActor();
    return {
      head: await viewClassHead(actor, classId),
      view: await viewAppeals(actor, classId, query),
    };
  });
  return (
    <ClassFrame head={head}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-xl font-semibold">{isOpen ? "Appeals" : "Answered appeals"}</h2>
        <TextLink href={isOpen ? `${path}?show=answered` : path}>
          {isOpen ? "Answered ones" : "Open ones"}
        </TextLink>
      </div>
      {view.appeals.length === 0 ? (
        <EmptyState
          icon={CircleCheck}
          title={isOpen ? "No mark is contested" : "None was answered yet"}
        >
          Students who see which of their answers were right can contest a mark: it appears here,
          and you are told.
        </EmptyState>
      ) : isOpen ? (
        <AppealDesk
          key={view.appeals.map(({ id }) => id).join()}
          classId={classId}
          appeals={view.appeals}
          open={view.open}
          refuse={refuseAppealAction}
          acceptWithPoints={acceptWithPointsAction}
          previewAcceptance={previewAcceptanceAction}
          acceptIntoKey={acceptIntoKeyAction}
        />
      ) : (
        <AnsweredAppeals
          classId={classId}
          appeals={view.appeals}
          timeZone={view.timeZone}
          previewTakingBack={previewTakingBackAction}
          takeBack={takeBackAcceptanceAction}
        />
      )}
      <PageLinks
        page={query.page}
        pages={view.pages}
        address={(page) => `${path}?show=answered&page=${page}`}
      />
    </ClassFrame>
  );
}
