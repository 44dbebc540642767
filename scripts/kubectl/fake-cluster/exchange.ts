/** What goes in and out of the fake cluster. */
import type { Json, JsonObject } from "./json";

/** One request, as the server saw it. Discovery and schemas are not written down. */
export type LoggedRequest = {
  method: string;
  path: string;
  query: Record<string, string[]>;
  contentType: string | null;
  body: Json;
  /** The body was protobuf of a kind that only its metadata is read of. */
  partial: boolean;
};

export type Answer = {
  status: number;
  type?: string;
  body?: JsonObject;
  text?: string;
  /** The events of a watch. */
  events?: readonly JsonObject[];
};
