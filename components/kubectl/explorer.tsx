"use client";

import { useDeferredValue, useEffect, useState } from "react";

import { CommandInput } from "@/components/kubectl/command-input";
import { ExplainedLineView } from "@/components/kubectl/explained-line-view";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import type { explainLine } from "@/lib/domain/kubectl/explain/explain-line";
import type { TaskContext } from "@/lib/domain/kubectl/model";

type Engine = { explainLine: typeof explainLine };

/** The shell of the exam: one alias, and the two variables that candidates set first. */
const SHELL: TaskContext = {
  aliases: { k: "kubectl" },
  variables: { do: "--dry-run=client -o yaml", now: "--force --grace-period=0" },
};

const FIRST = "kubectl create deployment web --image=nginx --replicas=3 -n shop";

const EXAMPLES = [
  "k run web --image=nginx $do",
  "kubectl expose deployment web --port=80 --target-port=8080",
  "kubectl get pods -A --sort-by=.metadata.creationTimestamp",
  "kubectl create role reader --verb=get,list --resource=pods",
  "kubectl rollout restart deployment",
  "kubectl get pods -namespace dev",
  "kubectl create deployment web --imag=nginx",
] as const;

/** Reads a line while it is typed, in the browser: nothing is sent anywhere. */
export function Explorer() {
  const engine = useEngine();
  const [text, setText] = useLineInAddress();
  const shown = useDeferredValue(text);
  const lines = engine ? engine.explainLine(shown, SHELL) : null;

  return (
    <div className="flex flex-col gap-6">
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
        }}
      >
        <p id="explorer" className="font-medium">
          A kubectl line, or several
        </p>
        <CommandInput
          value={text}
          onChange={setText}
          disabled={false}
          promptId="explorer"
          many={false}
          context={SHELL}
        />
        <p className="text-sm text-muted">
          Tab completes, ↑ brings back earlier lines, Shift+Enter starts another line. The shell has
          the alias <code className="inline-code">k</code> and the variables{" "}
          <code className="inline-code">$do</code> and <code className="inline-code">$now</code>.
        </p>
      </form>
      <Examples onPick={setText} />
      <div className="flex flex-col gap-8" aria-live="polite">
        {lines === null ? <Skeleton className="h-72" /> : null}
        {lines?.map((line, index) => (
          <ExplainedLineView key={index} line={line} text={shown} />
        ))}
        {lines?.length === 0 ? (
          <p className="text-muted">Type a line, or pick one of the examples.</p>
        ) : null}
      </div>
    </div>
  );
}

function Examples({ onPick }: { onPick: (line: string) => void }) {
  return (
    <ul aria-label="Examples" className="flex flex-wrap gap-2">
      {EXAMPLES.map((line) => (
        <li key={line} className="max-w-full">
          <Button
            size="small"
            className="max-w-full font-mono"
            onClick={() => {
              onPick(line);
            }}
          >
            <span className="truncate">{line}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** Fetched here only: the tables of every command are not part of any other page. */
function useEngine(): Engine | null {
  const [engine, setEngine] = useState<Engine | null>(null);
  useEffect(() => {
    let wanted = true;
    void import("@/lib/domain/kubectl/explain/explain-line").then((loaded) => {
      if (wanted) setEngine(loaded);
    });
    return () => {
      wanted = false;
    };
  }, []);
  return engine;
}

/** The line stands in the address behind `#`, so that it can be bookmarked and shared. */
function useLineInAddress(): [string, (line: string) => void] {
  const [line, setLine] = useState(FIRST);
  useEffect(() => {
    const follow = () => {
      const shared = lineOfAddress();
      if (shared !== null) setLine(shared);
    };
    follow();
    window.addEventListener("hashchange", follow);
    return () => {
      window.removeEventListener("hashchange", follow);
    };
  }, []);
  const change = (next: string) => {
    setLine(next);
    window.history.replaceState(null, "", `#${encodeURIComponent(next)}`);
  };
  return [line, change];
}

function lineOfAddress(): string | null {
  const shared = window.location.hash.slice(1);
  try {
    return shared === "" ? null : decodeURIComponent(shared);
  } catch {
    return null;
  }
}
