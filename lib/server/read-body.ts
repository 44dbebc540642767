import { AppError } from "@/lib/server/errors";

/**
 * Reads a JSON body of at most `mostBytes`. What is longer is refused before it is
 * read to its end, whatever its Content-Length claims. An empty body is `{}`.
 */
export async function readJsonBody(request: Request, mostBytes: number): Promise<unknown> {
  const text = await readText(request, mostBytes);
  if (text === "") return {};
  if (!isJson(request.headers.get("content-type"))) {
    throw new AppError("invalid", "Send JSON, with Content-Type: application/json.");
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new AppError("invalid", "The body is not valid JSON.", { cause });
  }
}

/** A form of another site cannot send this type, so asking for it also keeps such forms out. */
const isJson = (contentType: string | null): boolean =>
  contentType?.split(";")[0]?.trim().toLowerCase() === "application/json";

/** As `readJsonBody`, for a file: its text as it is. */
export const readText = async (request: Request, mostBytes: number): Promise<string> =>
  new TextDecoder().decode(await readBytes(request, mostBytes));

/** As `readText`, for a file whose encoding is still to be found out. */
export async function readBytes(request: Request, mostBytes: number): Promise<Uint8Array> {
  const tooLarge = () => new AppError("too-large", `The body has more than ${mostBytes} bytes.`);
  if (Number(request.headers.get("content-length") ?? 0) > mostBytes) throw tooLarge();
  if (!request.body) return new Uint8Array();

  const reader = request.body.getReader();
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = (await reader.read()) as { done: boolean; value?: Uint8Array };
    if (done || !value) return Buffer.concat(pieces);
    bytes += value.byteLength;
    if (bytes > mostBytes) {
      await reader.cancel();
      throw tooLarge();
    }
    pieces.push(value);
  }
}
