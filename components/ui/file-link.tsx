import { Download } from "lucide-react";

/** A file of our own API; looks like a small button. */
export const FileLink = ({ href, children }: { href: string; children: string }) => (
  <a
    href={href}
    download
    className="inline-flex h-8 items-center gap-1.5 rounded-md border border-edge/60 bg-surface px-2.5 text-sm font-medium shadow-low hover:border-edge hover:bg-sunken"
  >
    <Download aria-hidden className="size-4" />
    {children}
  </a>
);
