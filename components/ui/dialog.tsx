"use client";

import { X } from "lucide-react";
import { useEffect, useId, useRef, type ReactNode } from "react";

import { Button } from "@/components/ui/button";

type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
};

/** A native modal dialog: the browser traps focus, closes on Escape and gives focus back. */
export function Dialog({ open, onClose, title, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const dialog = ref.current;
    if (open && !dialog?.open) dialog?.showModal();
    if (!open && dialog?.open) dialog.close();
  }, [open]);

  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      className="w-[min(34rem,calc(100vw-2rem))] rounded-xl border border-line bg-raised shadow-high"
    >
      <div className="flex items-center justify-between gap-4 border-b border-line py-3 ps-5 pe-3">
        <h2 id={titleId} className="text-lg font-semibold">
          {title}
        </h2>
        <Button look="quiet" size="small" onClick={onClose} aria-label="Close">
          <X aria-hidden className="size-4" />
        </Button>
      </div>
      <div className="p-5">{children}</div>
    </dialog>
  );
}
