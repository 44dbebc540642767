import type { Metadata } from "next";

import { QuestionEditor } from "@/components/author/editor/question-editor";
import { QuestionFrame } from "@/components/author/question-frame";
import { requireActor } from "@/lib/server/auth/actor";
import { load } from "@/lib/server/page";
import { openQuestion } from "@/lib/server/services/open-question";

import { discardDraftAction } from "../../../actions";

export const metadata: Metadata = { title: "Write a question" };

export default async function QuestionEditorPage({
  params,
}: PageProps<"/author/[bankId]/questions/[slug]">) {
  const ref = await params;
  const opened = await load(`/author/${ref.bankId}/questions/${ref.slug}`, async () =>
    openQuestion(await requireActor(), ref),
  );
  return (
    <QuestionFrame head={opened} wide>
      <QuestionEditor opened={opened} discard={discardDraftAction} />
    </QuestionFrame>
  );
}
