import { checkFile, type CheckContext, type CheckedFile } from "@/lib/domain/formats/check-file";
import { decodeFile, type FileEncoding } from "@/lib/domain/formats/decode-file";
import type { FileProblem } from "@/lib/domain/formats/file-problem";
import { detectFormat, type ImportFormat } from "@/lib/domain/formats/format-names";
import { AppError } from "@/lib/server/errors";

export type QuestionFile = CheckedFile & { format: ImportFormat; encoding: FileEncoding };

type Given = { bytes: Uint8Array; format: ImportFormat | undefined; name: string };

/** So long others may have to wait for their turn. */
const TURN_MS = 15;
/** No file of questions takes so long; what does was made to. */
const MOST_MS = 10_000;

/** A file that cannot be read at all is "invalid", with what to do about it. */
export async function readQuestionFile(
  { bytes, format, name }: Given,
  context: CheckContext,
): Promise<QuestionFile> {
  const decoded = decodeFile(bytes);
  if (!decoded.ok) throw refused(decoded.error);
  const { text, encoding } = decoded.value;
  const known = format ?? detectFormat(text, name);
  if (!known) {
    throw new AppError("invalid", "The format cannot be told from the file: choose it.");
  }
  const file = await inTurns(checkFile(known, text, context));
  return { ...file, format: known, encoding };
}

const refused = ({ code, line, column, message, advice }: FileProblem): AppError => {
  const place = code === "not-utf-8" ? `Line ${line}, column ${column}: ` : "";
  return new AppError("invalid", `${place}${message} ${advice}`);
};

async function inTurns<T>(steps: Generator<undefined, T>): Promise<T> {
  const start = performance.now();
  let turn = start;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    const now = performance.now();
    if (now - start > MOST_MS) {
      throw new AppError("too-large", "Checking the file takes too long: import it in parts.");
    }
    if (now - turn < TURN_MS) continue;
    await new Promise(setImmediate);
    turn = performance.now();
  }
}
