import type { Metadata } from "next";

import { Notice } from "@/components/layout/notice";
import { LinkButton } from "@/components/ui/button";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <Notice code="404" title="There is nothing here">
      <p>The page does not exist, or it is not yours to see.</p>
      <LinkButton href="/today" look="primary">
        Go to today
      </LinkButton>
    </Notice>
  );
}
