"use client";

import { useEffect } from "react";

import { OfflineBar } from "@/components/offline/offline-bar";

const PERSON = "reconcile.person";

/** On every page of a signed-in person: sends what waits, and forgets what another one left on the device. */
export function DeviceKeeper({ userId }: { userId: string }) {
  useEffect(() => {
    const before = swapPerson(userId);
    if (before === null || before === userId) return;
    void import("@/components/offline/forget-device").then((module) => module.forgetSessions());
  }, [userId]);
  return <OfflineBar userId={userId} />;
}

/** Who was here before. */
function swapPerson(userId: string): string | null {
  try {
    const before = localStorage.getItem(PERSON);
    localStorage.setItem(PERSON, userId);
    return before;
  } catch {
    return null; // A browser that keeps nothing has kept nothing of anybody.
  }
}
