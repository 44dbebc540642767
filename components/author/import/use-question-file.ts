"use client";

import { useState } from "react";

import {
  commitFile,
  previewFile,
  type Assumed,
  type FileToSend,
  type Sent,
} from "@/components/author/import/send-question-file";
import { decodeFile } from "@/lib/domain/formats/decode-file";
import type { Imported, ImportPreview } from "@/lib/domain/formats/transfer-contract";
import { writePositions } from "@/lib/domain/formats/positions";

type Looked = { file: FileToSend; sent: Sent<ImportPreview> };
type Step = "idle" | "reading" | "checking" | "importing";

const NOTHING: FileToSend = {
  text: "",
  name: "",
  format: null,
  assumed: { competency: "", difficulty: "medium", docs: "https://kubernetes.io/docs/home/" },
};

/** A file on its way into a bank: what it holds, what was said of it, what was done with it. */
export function useQuestionFile(bankId: string) {
  const [file, setFile] = useState(NOTHING);
  const [step, setStep] = useState<Step>("idle");
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const [looked, setLooked] = useState<Looked | null>(null);
  const [done, setDone] = useState<Sent<Imported> | null>(null);

  const change = (part: Partial<Omit<FileToSend, "assumed">> & { assumed?: Partial<Assumed> }) => {
    setUnreadable(null);
    setDone(null);
    setFile((before) => ({ ...before, ...part, assumed: { ...before.assumed, ...part.assumed } }));
  };
  const look = async (given: FileToSend) => {
    setStep("checking");
    setDone(null);
    setLooked({ file: given, sent: await previewFile(bankId, given) });
    setStep("idle");
  };
  const choose = async (chosen: File) => {
    setStep("reading");
    const read = await readChosen(chosen);
    if ("refused" in read) {
      setUnreadable(read.refused);
      setStep("idle");
      return;
    }
    const given = { ...file, text: read.text, name: chosen.name };
    setFile(given);
    setUnreadable(null);
    await look(given);
  };
  const commit = async (leave: ReadonlySet<number>) => {
    if (looked?.sent.status !== "done") return;
    setStep("importing");
    const { fingerprint } = looked.sent.value;
    setDone(await commitFile(bankId, looked.file, { fingerprint, leave: writePositions(leave) }));
    setStep("idle");
  };
  const restart = () => {
    setFile({ ...NOTHING, assumed: file.assumed });
    setLooked(null);
    setDone(null);
  };
  const isCurrent = looked !== null && looked.file === file;
  return { file, step, unreadable, looked, isCurrent, done, change, look, choose, commit, restart };
}

async function readChosen(chosen: File): Promise<{ text: string } | { refused: string }> {
  try {
    const decoded = decodeFile(new Uint8Array(await chosen.arrayBuffer()));
    if (decoded.ok) return { text: decoded.value.text };
    const { code, line, column, message, advice } = decoded.error;
    const place = code === "not-utf-8" ? `Line ${line}, column ${column}: ` : "";
    return { refused: `${place}${message} ${advice}` };
  } catch {
    return { refused: "The file cannot be read. Choose it again." };
  }
}
