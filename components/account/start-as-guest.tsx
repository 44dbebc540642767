"use client";

import { ArrowRight } from "lucide-react";
import { signIn } from "next-auth/react";
import { useRouter } from "next/navigation";
import { useState } from "react";

import { tellTimeZone, type AdoptTimeZone } from "@/components/account/device-time-zone";
import { useAnnounce } from "@/components/ui/announcer";
import { Button } from "@/components/ui/button";

type StartAsGuestProps = {
  label: string;
  /** Where the new guest goes. */
  to: string;
  look: "primary" | "plain";
  adoptTimeZone: AdoptTimeZone;
};

/** Makes a guest of the visitor and lets them study at once. */
export function StartAsGuest({ label, to, look, adoptTimeZone }: StartAsGuestProps) {
  const [pending, setPending] = useState(false);
  const announce = useAnnounce();
  const router = useRouter();

  async function start() {
    setPending(true);
    const result = await signIn("guest", { redirect: false }).catch(() => undefined);
    if (result?.ok && !result.error) {
      await tellTimeZone(adoptTimeZone);
      router.push(to);
      router.refresh();
      return;
    }
    setPending(false);
    announce(
      result?.error === "throttled"
        ? "Too many people started from your network just now. Try again in a while, or sign up."
        : "That did not work. Check your connection and try again.",
      { visible: true },
    );
  }

  return (
    <Button look={look} size="large" disabled={pending} onClick={() => void start()}>
      {pending ? "Starting…" : label}
      <ArrowRight aria-hidden className="size-4" />
    </Button>
  );
}
