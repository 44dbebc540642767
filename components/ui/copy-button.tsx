"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";

import { useAnnounce } from "@/components/ui/announcer";
import { Button } from "@/components/ui/button";

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [copied, setCopied] = useState(false);
  const announce = useAnnounce();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      announce("Copied.");
    } catch {
      announce("This browser does not let pages copy: select the text and copy it.", {
        visible: true,
      });
    }
  };
  return (
    <Button size="small" look="quiet" aria-label={label} title={label} onClick={() => void copy()}>
      {copied ? <Check aria-hidden className="size-4" /> : <Copy aria-hidden className="size-4" />}
      {copied ? "Copied" : "Copy"}
    </Button>
  );
}
