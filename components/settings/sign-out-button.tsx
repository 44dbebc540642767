"use client";

import { signOut } from "next-auth/react";
import { useState } from "react";

import { Button } from "@/components/ui/button";

/** What this device keeps goes with the person; answers that could not be sent are asked about first. */
export function SignOutButton({ userId }: { userId: string }) {
  const [unsent, setUnsent] = useState(0);

  const leave = async () => {
    const { forgetDevice } = await import("@/components/offline/forget-device");
    await forgetDevice();
    await signOut({ callbackUrl: "/" });
  };
  const sendAndLeave = async () => {
    const { sendBeforeLeaving } = await import("@/components/offline/send-before-leaving");
    const left = await sendBeforeLeaving(userId);
    setUnsent(left);
    if (left === 0) await leave();
  };

  if (unsent === 0) return <Button onClick={() => void sendAndLeave()}>Sign out</Button>;
  return (
    <div role="alert" className="flex flex-col gap-3">
      <p>
        {unsent === 1 ? "An answer" : `${unsent} answers`} on this device could not be sent yet.
        Signing out loses {unsent === 1 ? "it" : "them"}.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => void sendAndLeave()}>Send and sign out</Button>
        <Button look="danger" onClick={() => void leave()}>
          Sign out without sending
        </Button>
      </div>
    </div>
  );
}
