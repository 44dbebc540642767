"use client";

import { MessageSquareWarning } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";

import { ReportDialog, type ReportTarget } from "@/components/reports/report-dialog";
import { Button } from "@/components/ui/button";

/** Opens the dialog on a page that lists what was reported. */
export function ReportButton({ targets }: { targets: readonly ReportTarget[] }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        className="self-start"
        onClick={() => {
          setOpen(true);
        }}
      >
        <MessageSquareWarning aria-hidden className="size-4" />
        Report a problem
      </Button>
      <ReportDialog
        open={open}
        onOpen={setOpen}
        targets={targets}
        onSent={() => {
          router.refresh();
        }}
      />
    </>
  );
}
