"use client";

import { Printer } from "lucide-react";

import { Button } from "@/components/ui/button";

export const PrintButton = () => (
  <Button
    look="primary"
    onClick={() => {
      window.print();
    }}
  >
    <Printer aria-hidden className="size-4" />
    Print
  </Button>
);
