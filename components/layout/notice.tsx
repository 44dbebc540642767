import type { ReactNode } from "react";

import { Wordmark } from "@/components/layout/logo-mark";

type NoticeProps = { code: string; title: string; children: ReactNode };

/** A page that has only one thing to say. */
export function Notice({ code, title, children }: NoticeProps) {
  return (
    <>
      <header className="mx-auto flex h-14 w-full max-w-5xl items-center gap-2 px-4 sm:px-6">
        <Wordmark />
      </header>
      <main
        id="main"
        className="mx-auto flex w-full max-w-md flex-1 flex-col items-start justify-center gap-4 px-4 pb-24 text-muted"
      >
        <p className="font-mono text-sm">{code}</p>
        <h1 className="text-2xl font-semibold tracking-[-0.015em] text-ink">{title}</h1>
        {children}
      </main>
    </>
  );
}
