import type { ReactNode } from "react";

import { PageTabs, type PageTab } from "@/components/layout/page-tabs";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";

type QuestionFrameProps = {
  head: {
    bankId: string;
    bankTitle: string;
    slug: string;
    /** 0 before the first. */
    version: number;
    isRetired: boolean;
  };
  /** Two columns want more room than a page of text. */
  wide?: boolean;
  children: ReactNode;
};

/** The frame of a question's pages: its name, its bank, its versions. */
export function QuestionFrame({ head, wide = false, children }: QuestionFrameProps) {
  const { bankId, bankTitle, slug, version, isRetired } = head;
  return (
    <main
      id="main"
      className={`mx-auto flex w-full flex-1 flex-col gap-6 px-4 pt-8 pb-20 sm:px-6 sm:pt-10 md:pb-6 ${wide ? "max-w-7xl" : "max-w-5xl"}`}
    >
      <div className="flex flex-col gap-1">
        <h1 className="text-2xl font-semibold tracking-[-0.015em] break-words">{slug}</h1>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
          <TextLink href={`/author/${bankId}`}>{bankTitle}</TextLink>
          {isRetired ? <Badge>Retired</Badge> : null}
          {version > 0 && !isRetired ? <Badge tone="good">Version {version}</Badge> : null}
          {version === 0 ? <Badge tone="partly">Never published</Badge> : null}
        </div>
      </div>
      {version > 0 ? <PageTabs label="Question" tabs={tabsOf(bankId, slug)} /> : null}
      {children}
    </main>
  );
}

function tabsOf(bankId: string, slug: string): PageTab[] {
  const base = `/author/${bankId}/questions/${slug}`;
  return [
    { href: base, label: "Write" },
    { href: `${base}/versions`, label: "Versions" },
  ];
}
