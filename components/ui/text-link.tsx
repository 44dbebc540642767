import Link from "next/link";
import type { ReactNode } from "react";

export function TextLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      className="font-medium text-accent underline decoration-accent-line underline-offset-3 hover:decoration-current"
    >
      {children}
    </Link>
  );
}
