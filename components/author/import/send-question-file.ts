import type { ImportFormat } from "@/lib/domain/formats/format-names";
import type { Imported, ImportPreview } from "@/lib/domain/formats/transfer-contract";

/** What questions are taken to be that do not say it. */
export type Assumed = { competency: string; difficulty: string; docs: string };

export type FileToSend = {
  text: string;
  /** "" for text that was pasted. */
  name: string;
  /** Null: as the file looks. */
  format: ImportFormat | null;
  assumed: Assumed;
};

export type Sent<T> = { status: "done"; value: T } | { status: "failed"; message: string };

export const previewFile = (bankId: string, file: FileToSend): Promise<Sent<ImportPreview>> =>
  send(`/api/v1/author/banks/${bankId}/import/preview`, file, {});

/** `leave`: positions of what is not to be taken. */
export const commitFile = (
  bankId: string,
  file: FileToSend,
  choice: { fingerprint: string; leave: string },
): Promise<Sent<Imported>> => send(`/api/v1/author/banks/${bankId}/import`, file, choice);

async function send<T>(
  address: string,
  { text, name, format, assumed }: FileToSend,
  more: Record<string, string>,
): Promise<Sent<T>> {
  const query = new URLSearchParams({ name, ...assumed, ...(format ? { format } : {}), ...more });
  try {
    const response = await fetch(`${address}?${query}`, {
      method: "POST",
      headers: { "content-type": "text/plain" },
      body: text,
    });
    const body = (await response.json()) as T & { error?: { message: string } };
    return body.error
      ? { status: "failed", message: body.error.message }
      : { status: "done", value: body };
  } catch {
    return { status: "failed", message: "There is no connection. Nothing was saved; try again." };
  }
}
