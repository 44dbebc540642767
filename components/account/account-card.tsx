import type { ReactNode } from "react";

import { LogoMark } from "@/components/layout/logo-mark";

type AccountCardProps = { title: string; intro: ReactNode; children: ReactNode; footer: ReactNode };

/** Where one signs in or up. */
export function AccountCard({ title, intro, children, footer }: AccountCardProps) {
  return (
    <main
      id="main"
      className="mx-auto flex w-full max-w-md flex-1 flex-col justify-center px-4 py-10 sm:py-16"
    >
      <div className="flex flex-col gap-6 sm:rounded-xl sm:border sm:border-line sm:bg-surface sm:p-8 sm:shadow-low">
        <div className="flex flex-col gap-2">
          <LogoMark className="size-8" />
          <h1 className="mt-2 text-2xl font-semibold tracking-[-0.015em]">{title}</h1>
          <p className="text-muted">{intro}</p>
        </div>
        {children}
      </div>
      <p className="mt-6 text-center text-muted">{footer}</p>
    </main>
  );
}
