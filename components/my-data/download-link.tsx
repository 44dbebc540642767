import { Download } from "lucide-react";

type DownloadLinkProps = { href: string; label: string; text: string };

export const DownloadLink = ({ href, label, text }: DownloadLinkProps) => (
  <li className="flex flex-col gap-1">
    <a
      href={href}
      download
      className="inline-flex h-10 w-fit items-center gap-2 rounded-md border border-edge/60 bg-surface px-4 font-medium shadow-low transition-colors hover:border-edge hover:bg-sunken"
    >
      <Download aria-hidden className="size-4" />
      {label}
    </a>
    <p className="text-sm text-muted">{text}</p>
  </li>
);
