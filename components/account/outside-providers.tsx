"use client";

import { signIn } from "next-auth/react";

import { Button } from "@/components/ui/button";

type OutsideProvidersProps = {
  providers: readonly { id: string; name: string }[];
  to: string;
};

export function OutsideProviders({ providers, to }: OutsideProvidersProps) {
  if (providers.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      {providers.map(({ id, name }) => (
        <Button key={id} onClick={() => void signIn(id, { callbackUrl: to })}>
          Continue with {name}
        </Button>
      ))}
      <p className="mt-3 flex items-center gap-3 text-sm text-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        or
      </p>
    </div>
  );
}
