"use client";

import Link from "next/link";
import { startTransition, type ReactNode } from "react";

import type { FormAction } from "@/components/form/form-action";

type NoticeLinkProps = {
  id: string;
  href: string;
  isRead: boolean;
  read: FormAction;
  children: ReactNode;
};

/** Going where a notice leads is reading it. */
export function NoticeLink({ id, href, isRead, read, children }: NoticeLinkProps) {
  const markRead = () => {
    if (isRead) return;
    const form = new FormData();
    form.set("id", id);
    startTransition(async () => {
      await read({ status: "idle" }, form).catch(() => undefined);
    });
  };
  return (
    <Link href={href} onClick={markRead} className="underline-offset-3 hover:underline">
      {children}
    </Link>
  );
}
