/** Looks for planted words in everything that a browser gets. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";

export class LeakSearch {
  /** Characters that were searched. */
  size = 0;
  readonly leaks: string[] = [];
  readonly #secrets: readonly string[];

  constructor(secrets: readonly string[]) {
    this.#secrets = secrets;
  }

  search(where: string, text: string): void {
    this.size += text.length;
    const found = this.#secrets.filter((secret) => text.includes(secret));
    this.leaks.push(...found.map((secret) => `${secret} in ${where}`));
  }

  /** Everything that a page loads by itself: documents, RSC payloads, JSON, scripts. */
  listen(page: Page): void {
    page.on("response", (response) => {
      void response.text().then(
        (text) => {
          this.search(response.url(), text);
        },
        () => undefined,
      );
    });
  }

  /** What the build hands to browsers, source maps included, if there are any. */
  async searchClientFiles(): Promise<void> {
    const folder = join(process.env["RECONCILE_DIST_DIR"] ?? ".next", "static");
    const names = await readdir(folder, { recursive: true }).catch(() => []);
    for (const name of names.filter((each) => /\.(js|map|css|json)$/.test(each))) {
      this.search(name, await readFile(join(folder, name), "utf8"));
    }
  }
}
