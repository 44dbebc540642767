import type { z } from "zod";

import type { AppErrorCode } from "@/lib/server/errors";

type Inputs = z.ZodType<Record<string, unknown>>;

/** Who may call: "claims" and "actor" are signed-in people, guests included. */
export type Caller = "anyone" | "claims" | "actor";

/**
 * One operation of the JSON API: what its endpoint checks requests with, and what its
 * documentation is made from.
 */
export type ApiRoute = {
  method: "GET" | "POST" | "PATCH";
  /** As in OpenAPI, e.g. "/api/v1/study/answers/{id}". */
  path: string;
  summary: string;
  /**
   * "claims" leaves it to the service to read the person together with what else it
   * needs; with "actor" they are read before.
   */
  caller: Caller;
  params?: Inputs;
  query?: Inputs;
  body?: Inputs;
  /** Instead of a JSON body: a file, as its text or, where its encoding matters, its bytes. */
  file?: { mostBytes: number; description: string; as?: "bytes" };
  response: z.ZodType;
  /** Media type of a response that is a file; its schema then describes the text. */
  produces?: string;
  /** Refusals beyond those of every operation of its kind. */
  refusals: readonly AppErrorCode[];
};

type Part<S> = S extends z.ZodType ? z.output<S> : unknown;

/** What an operation is asked with: path, query and body in one. */
export type InputOf<R extends ApiRoute> = Part<R["params"]> &
  Part<R["query"]> &
  Part<R["body"]> &
  (R["file"] extends { as: "bytes" }
    ? { bytes: Uint8Array }
    : R["file"] extends object
      ? { text: string }
      : unknown);
