import type { ExportRequest } from "@/lib/domain/formats/transfer-contract";

type Choice = { all: readonly string[]; left: ReadonlySet<string> };

/** Makes the browser save the file; what went wrong in words, or null. */
export async function saveExport(
  bankId: string,
  how: Pick<ExportRequest, "format" | "withKey">,
  { all, left }: Choice,
): Promise<string | null> {
  const taken = all.filter((slug) => !left.has(slug));
  // Whichever list is the shorter.
  const which =
    left.size === 0 ? {} : taken.length <= left.size ? { only: taken } : { without: [...left] };
  try {
    const response = await fetch(`/api/v1/author/banks/${bankId}/export`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...how, ...which }),
    });
    if (!response.ok) {
      const body = (await response.json()) as { error?: { message: string } };
      return body.error?.message ?? "The file could not be written. Try again.";
    }
    const name = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1];
    saveAs(await response.blob(), name ?? "questions");
    return null;
  } catch {
    return "There is no connection. Try again.";
  }
}

function saveAs(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Chrome reads the address only after the click has been handled.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}
