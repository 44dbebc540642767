import { expect, test } from "vitest";
import { gradeCommand } from "@/lib/domain/kubectl/grade-command";

const fed = (manifest: string) => `cat <<'EOF' | kubectl apply -f -\n${manifest}\nEOF`;

test.each([
  ["an alias without its anchor", "kind: *Pod", "yaml: unknown anchor 'Pod' referenced"],
  ["more aliases than can be followed", `a: &a [1]\nb: [${"*a, ".repeat(300)}1]`, "yaml: document contains excessive aliasing"], // prettier-ignore
])("%s is refused, not followed", (_name, manifest, reason) => {
  const { valid, error } = gradeCommand({ accept: ["kubectl get pods"] }, fed(manifest));

  expect(valid).toBe(false);
  expect(error).toBe(`error: error parsing STDIN: error converting YAML to JSON: ${reason}`);
});
