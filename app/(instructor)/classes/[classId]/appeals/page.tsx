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
import { viewAnsweredAppeals, viewOpenAppeals } from "@/lib/server/services/view-appeals";
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
  const { show, page } = AppealsQuerySchema.parse(await searchParams);
  return show === "open" ? openAppeals(classId) : answeredAppeals(classId, page);
}

const addressOf = (classId: string): string => `/classes/${classId}/appeals`;

async function openAppeals(classId: string) {
  const path = addressOf(classId);
  const { head, view } = await load(path, async () => {
    const actor = await requireActor();
    return {
      head: await viewClassHead(actor, classId),
      view: await viewOpenAppeals(actor, classId),
    };
  });
  return (
    <ClassFrame head={head}>
      <Heading title="Appeals" other="Answered ones" href={`${path}?show=answered`} />
      {view.appeals.length === 0 ? (
        <NoAppeals title="No mark is contested" />
      ) : (
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
      )}
    </ClassFrame>
  );
}

async function answeredAppeals(classId: string, page: number) {
  const path = addressOf(classId);
  const { head, view } = await load(path, async () => {
    const actor = await requireActor();
    return {
      head: await viewClassHead(actor, classId),
      view: await viewAnsweredAppeals(actor, classId, page),
    };
  });
  return (
    <ClassFrame head={head}>
      <Heading title="Answered appeals" other="Open ones" href={path} />
      {view.appeals.length === 0 ? (
        <NoAppeals title="None was answered yet" />
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
        page={page}
        pages={view.pages}
        address={(other) => `${path}?show=answered&page=${other}`}
      />
    </ClassFrame>
  );
}

const Heading = ({ title, other, href }: { title: string; other: string; href: string }) => (
  <div className="flex flex-wrap items-center justify-between gap-3">
    <h2 className="text-xl font-semibold">{title}</h2>
    <TextLink href={href}>{other}</TextLink>
  </div>
);

const NoAppeals = ({ title }: { title: string }) => (
  <EmptyState icon={CircleCheck} title={title}>
    Students who see which of their answers were right can contest a mark: it appears here, and you
    are told.
  </EmptyState>
);
