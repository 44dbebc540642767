import { vi } from "vitest";

import type { MailCatcher } from "@/tests/helpers/mail-catcher";

/** The settings of a server that sends its email to the catcher. */
export function sendMailTo({ url }: MailCatcher): void {
  vi.stubEnv("SMTP_URL", url);
  vi.stubEnv("MAIL_FROM", "Reconcile <reconcile@study.example>");
  vi.stubEnv("NEXTAUTH_URL", "https://study.example");
  vi.stubEnv("NEXTAUTH_SECRET", "0123456789abcdef-for-tests");
}
