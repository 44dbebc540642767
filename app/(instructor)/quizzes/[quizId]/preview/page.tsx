import type { Metadata } from "next";
import { headers } from "next/headers";

import { PreviewPlayer } from "@/components/quizzes/builder/preview-player";
import { TextLink } from "@/components/ui/text-link";
import { requireActor } from "@/lib/server/auth/actor";
import { currentTime } from "@/lib/server/clock";
import { load } from "@/lib/server/page";
import { previewQuiz } from "@/lib/server/services/preview-quiz";

export const metadata: Metadata = { title: "Preview" };

export default async function PreviewPage({ params }: PageProps<"/quizzes/[quizId]/preview">) {
  const { quizId } = await params;
  const now = currentTime(await headers());
  const { view, version } = await load(`/quizzes/${quizId}/preview`, async () =>
    previewQuiz(await requireActor(), quizId, now),
  );
  return (
    <main id="main" className="mx-auto flex w-full max-w-5xl flex-1 flex-col px-4 sm:px-6">
      <p className="py-3 text-sm text-muted">
        A preview: nothing is kept.{" "}
        <TextLink href={`/quizzes/${quizId}`}>Back to the quiz</TextLink>
      </p>
      {view.questions.length === 0 ? (
        <h1 className="py-6 text-xl font-semibold">There are no questions in it yet.</h1>
      ) : (
        <PreviewPlayer view={view} version={version} />
      )}
    </main>
  );
}
