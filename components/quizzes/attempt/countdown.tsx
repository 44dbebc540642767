"use client";

import { Timer } from "lucide-react";
import { useEffect, useEffectEvent, useRef, useState } from "react";

import { leftOf, type Timing } from "@/components/quizzes/attempt/use-server-clock";
import { useAnnounce } from "@/components/ui/announcer";
import { countdownText, warningBetween } from "@/lib/domain/quizzes/server-clock";

type CountdownProps = {
  timing: Timing;
  /** Called once, when nothing is left. */
  onOver: () => void;
};

const LOOK_EVERY_MS = 250;
const SOON_MS = 5 * 60_000;
const LONG_MS = 24 * 3_600_000;

/** The time that is left by the server's clock. Says when ten, five and one minute are left. */
export function Countdown({ timing, onOver }: CountdownProps) {
  const announce = useAnnounce();
  const [leftMs, setLeftMs] = useState<number | null>(null);
  const last = useRef<number | null>(null);
  const over = useRef(false);

  const look = useEffectEvent(() => {
    const left = leftOf(timing);
    if (left === null) return;
    const minutes = last.current === null ? null : warningBetween(last.current, left);
    if (minutes !== null) {
      announce(minutes === 1 ? "One minute left." : `${minutes} minutes left.`, { visible: true });
    }
    last.current = left;
    setLeftMs(Math.ceil(left / 1_000) * 1_000);
    if (left > 0) over.current = false;
    else if (!over.current) {
      over.current = true;
      onOver();
    }
  });

  const deadline = useRef(timing.deadlineMs);
  const sayMoved = useEffectEvent(() => {
    const before = deadline.current;
    deadline.current = timing.deadlineMs;
    const left = leftOf(timing);
    if (before === null || left === null || left <= 0 || before === timing.deadlineMs) return;
    announce(`The end was moved: ${countdownText(left)} left.`, { visible: true });
  });
  useEffect(() => {
    sayMoved();
  }, [timing.deadlineMs]);

  useEffect(() => {
    const timer = setInterval(() => {
      look();
    }, LOOK_EVERY_MS);
    return () => {
      clearInterval(timer);
    };
  }, []);

  if (timing.deadlineMs === null || leftMs === null) return null;
  // Somebody with days left is not hurried by a clock.
  if (leftMs > LONG_MS) return null;
  return (
    <p
      role="timer"
      aria-live="off"
      aria-label="Time left"
      className={`flex items-center gap-1.5 font-mono text-base font-semibold tabular-nums ${leftMs <= SOON_MS ? "text-bad" : ""}`}
    >
      <Timer aria-hidden className="size-4" />
      {countdownText(leftMs)}
    </p>
  );
}
