/** The only door to email. */
import { createTransport } from "nodemailer";

import { oneLine, toHtml, toPlainText, type MailWords } from "@/lib/domain/reminders/mail-text";
import { readEnv } from "@/lib/server/env";
import { log } from "@/lib/server/log";

export type Mail = MailWords & {
  to: string;
  /** What it tells of, such as "notice-<id>": sent again it has the same Message-ID. */
  event: string;
  /** Stops emails of this kind when a mail program posts to it (RFC 8058), and leads people to a page. */
  unsubscribeUrl: string;
};

/** "refused": the mail server will never take it for this address. */
export type Sent = "sent" | "off" | "refused";

/** Mail servers are slow to greet; a job waits this long and is tried again. */
const CONNECT_WITHIN_MS = 10_000;
const ANSWER_WITHIN_MS = 30_000;

const ADDRESS = /^[^\s<>@,;:"()[\]\\\p{Cc}]+@[^\s<>@,;:"()[\]\\\p{Cc}]+$/u;

/** Whether this server sends email at all. */
export const isMailOn = (): boolean => (process.env["SMTP_URL"] ?? "") !== "";

/**
 * Hands one email over to the mail server. Nothing happens without one. Throws what a
 * later try may mend; no error and no line of the log names an address.
 */
export async function sendMail(mail: Mail): Promise<Sent> {
  const { SMTP_URL, MAIL_FROM, NEXTAUTH_URL } = readEnv(process.env);
  if (SMTP_URL === undefined || MAIL_FROM === undefined) return "off";
  if (!ADDRESS.test(mail.to)) return refused(mail, "the address cannot be written to");
  const { hostname } = new URL(NEXTAUTH_URL);
  const transport = createTransport(transportOptions(new URL(SMTP_URL), hostname));
  try {
    await transport.sendMail({
      from: MAIL_FROM,
      to: { name: "", address: mail.to },
      subject: oneLine(mail.subject),
      text: toPlainText(mail),
      html: toHtml(mail),
      messageId: `<${mail.event}@${hostname}>`,
      headers: {
        "List-Unsubscribe": `<${mail.unsubscribeUrl}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
      },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return "sent";
  } catch (error) {
    const failure = toFailure(error);
    if (failure.isForGood) return refused(mail, failure.message);
    throw new Error(failure.message);
  } finally {
    transport.close();
  }
}

function refused({ event }: Mail, reason: string): "refused" {
  log.warn("an email was refused", { mail: event, reason });
  return "refused";
}

const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** A password goes over encrypted connections only, but for a mail server on this machine. */
function transportOptions(url: URL, name: string) {
  const isEncrypted = url.protocol === "smtps:";
  const user = decodeURIComponent(url.username);
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, "$1"),
    port: url.port === "" ? (isEncrypted ? 465 : 587) : Number(url.port),
    secure: isEncrypted,
    requireTLS: !isEncrypted && user !== "" && !LOOPBACK.test(url.hostname),
    name,
    connectionTimeout: CONNECT_WITHIN_MS,
    dnsTimeout: CONNECT_WITHIN_MS,
    greetingTimeout: CONNECT_WITHIN_MS,
    socketTimeout: ANSWER_WITHIN_MS,
    ...(user === "" ? {} : { auth: { user, pass: decodeURIComponent(url.password) } }),
  };
}

/** The mail server's own words may repeat the address: only its codes are kept. */
function toFailure(error: unknown): { message: string; isForGood: boolean } {
  const { code, responseCode, command } = Object(error) as Record<string, unknown>;
  const said = [code, responseCode, command].filter(
    (part) => typeof part === "string" || typeof part === "number",
  );
  const isAboutThisMail = code === "EENVELOPE" || code === "EMESSAGE";
  const isForGood = isAboutThisMail && typeof responseCode === "number" && responseCode >= 500;
  return { message: `The mail server did not take it (${said.join(" ")})`, isForGood };
}
