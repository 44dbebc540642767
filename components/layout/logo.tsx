import Link from "next/link";

import { Wordmark } from "@/components/layout/logo-mark";

export function Logo({ href }: { href: string }) {
  return (
    <Link href={href} className="flex items-center gap-2 rounded-md" aria-label="Reconcile: home">
      <Wordmark />
    </Link>
  );
}
