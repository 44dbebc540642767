import type { Metadata } from "next";

import { Explorer } from "@/components/kubectl/explorer";
import { Page } from "@/components/layout/page";

export const metadata: Metadata = {
  title: "kubectl, read aloud",
  description:
    "Type a kubectl line and see how kubectl reads it: words, command, flags, the requests it sends and the YAML it makes.",
};

/** For anybody, signed in or not. */
export default function KubectlPage() {
  return (
    <Page
      title="kubectl, read aloud"
      intro="Type a line and see how kubectl 1.35 reads it: its words, its flags, the requests it sends and the object it makes. Nothing leaves your browser."
    >
      <Explorer />
    </Page>
  );
}
