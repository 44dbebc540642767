/**
 * Links that stop emails without signing in. Each names a person and a list, signed by
 * the server, so that none can be made up; using one only ever stops something.
 */
import { createHmac, timingSafeEqual } from "node:crypto";

import { MAIL_LISTS, type MailList } from "@/lib/domain/reminders/reminder-input";
import { sessionSecret } from "@/lib/server/auth/session-cookie";
import { linkTo } from "@/lib/server/classes/secrets";

export type Subscription = { userId: string; list: MailList };

const ID_BYTES = 16;
const MAC_BYTES = 18;
const UUID = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/;

/** The list's number, the person's id and the signature, 47 characters. */
export function unsubscribeToken(subscription: Subscription): string {
  const named = Buffer.from([
    MAIL_LISTS.indexOf(subscription.list),
    ...Buffer.from(subscription.userId.replaceAll("-", ""), "hex"),
  ]);
  return Buffer.concat([named, signatureOf(named)]).toString("base64url");
}

/** Null for a token that this server did not make. */
export function readUnsubscribeToken(token: string): Subscription | null {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length !== 1 + ID_BYTES + MAC_BYTES) return null;
  const named = bytes.subarray(0, 1 + ID_BYTES);
  if (!timingSafeEqual(bytes.subarray(1 + ID_BYTES), signatureOf(named))) return null;
  const list = MAIL_LISTS[named[0] ?? -1];
  if (list === undefined) return null;
  return { list, userId: named.subarray(1).toString("hex").replace(UUID, "$1-$2-$3-$4-$5") };
}

const signatureOf = (named: Buffer): Buffer =>
  createHmac("sha256", sessionSecret())
    .update("unsubscribe\n")
    .update(named)
    .digest()
    .subarray(0, MAC_BYTES);

/** For people: a page that asks first. */
export const unsubscribePage = (subscription: Subscription): string =>
  linkTo(`/unsubscribe/${unsubscribeToken(subscription)}`);

/** For mail programs, which post to it; people who follow it come to the page. */
export const unsubscribeAddress = (subscription: Subscription): string =>
  linkTo(`/api/unsubscribe/${unsubscribeToken(subscription)}`);
