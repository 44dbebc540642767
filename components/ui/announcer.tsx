"use client";

import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from "react";

type Announcement = { text: string; visible: boolean; serial: number };
type Announce = (text: string, options?: { visible?: boolean }) => void;

const AnnounceContext = createContext<Announce>(() => undefined);

const VISIBLE_MS = 4_000;

/**
 * One polite live region for the whole page. It is there from the start, since a
 * region that is inserted together with its text is not read by every screen reader.
 */
export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const [current, setCurrent] = useState<Announcement>({ text: "", visible: false, serial: 0 });

  const announce = useCallback<Announce>((text, { visible = false } = {}) => {
    setCurrent((before) => ({ text, visible, serial: before.serial + 1 }));
  }, []);

  useEffect(() => {
    if (!current.visible) return;
    const timer = setTimeout(() => {
      setCurrent((now) => (now.serial === current.serial ? { ...now, visible: false } : now));
    }, VISIBLE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [current]);

  return (
    <AnnounceContext value={announce}>
      {children}
      <div
        role="status"
        aria-live="polite"
        className={
          current.visible
            ? "fixed inset-x-4 bottom-20 z-50 mx-auto w-fit max-w-md animate-rise rounded-lg bg-ink px-4 py-2.5 text-sm font-medium text-canvas shadow-high sm:bottom-6 print:hidden"
            : "sr-only"
        }
      >
        {/* The same text twice in a row is only read again when it differs. */}
        {current.text}
        {current.serial % 2 === 0 ? "" : "\u00a0"}
      </div>
    </AnnounceContext>
  );
}

/** Tells screen readers; with `visible` also shows it for a few seconds. */
export const useAnnounce = (): Announce => {
  const announce = useContext(AnnounceContext);
  return useMemo(() => announce, [announce]);
};
