"use client";

import { useId, useState } from "react";

import { Exhibits } from "@/components/questions/exhibits";
import { viewOf } from "@/components/questions/registry";
import { Markdown } from "@/components/ui/markdown";
import type { PublicQuestion } from "@/lib/domain/questions/to-public";

/** A question as a learner is asked it; answers go nowhere. */
export function ShownQuestion({ question }: { question: PublicQuestion }) {
  const view = viewOf(question.kind);
  const [draft, setDraft] = useState(() => view.start(question.body));
  const promptId = useId();
  return (
    <div className="flex flex-col gap-4">
      <div id={promptId}>
        <Markdown text={question.prompt} />
      </div>
      <Exhibits exhibits={question.exhibits} />
      <view.Ask
        body={question.body}
        draft={draft}
        onChange={setDraft}
        disabled={false}
        promptId={promptId}
      />
    </div>
  );
}
