/**
 * Reads as much of Kubernetes' protobuf as typed clients send where their body
 * cannot be had as JSON. An envelope `k8s\0` + Unknown{1: TypeMeta, 2: raw object}
 * holds the object; field numbers are those of the published `generated.proto` files.
 */
import type { Json, JsonObject } from "./json";

type Field = { name: string; kind: "text" | "bool" | "int" | "list" | Schema; repeated?: true };
type Schema = Record<number, Field>;

const text = (name: string): Field => ({ name, kind: "text" });
const list = (name: string): Field => ({ name, kind: "list" });
const nested = (name: string, kind: Schema): Field => ({ name, kind });

const METADATA = nested("metadata", {
  1: text("name"),
  2: text("generateName"),
  3: text("namespace"),
});
const RESOURCE_ATTRIBUTES = nested("resourceAttributes", {
  1: text("namespace"),
  2: text("verb"),
  3: text("group"),
  4: text("version"),
  5: text("resource"),
  6: text("subresource"),
  7: text("name"),
});
const NON_RESOURCE = nested("nonResourceAttributes", { 1: text("path"), 2: text("verb") });
const DELETE_OPTIONS: Schema = {
  1: { name: "gracePeriodSeconds", kind: "int" },
  4: text("propagationPolicy"),
  5: list("dryRun"),
};
const OBJECT_REFERENCE: Schema = {
  1: text("kind"),
  2: text("uid"),
  3: text("name"),
  4: text("apiVersion"),
};
const CONDITION: Schema = {
  1: text("type"),
  2: text("reason"),
  3: text("message"),
  6: text("status"),
};

const SCHEMAS: Record<string, Schema> = {
  SelfSubjectAccessReview: {
    1: METADATA,
    2: nested("spec", { 1: RESOURCE_ATTRIBUTES, 2: NON_RESOURCE }),
  },
  SelfSubjectRulesReview: { 1: METADATA, 2: nested("spec", { 1: text("namespace") }) },
  SelfSubjectReview: { 1: METADATA },
  TokenRequest: {
    1: METADATA,
    2: nested("spec", {
      1: list("audiences"),
      3: nested("boundObjectRef", OBJECT_REFERENCE),
      4: { name: "expirationSeconds", kind: "int" },
    }),
  },
  DeleteOptions: DELETE_OPTIONS,
  Eviction: { 1: METADATA, 2: nested("deleteOptions", DELETE_OPTIONS) },
  CertificateSigningRequest: {
    1: METADATA,
    3: nested("status", { 1: { name: "conditions", kind: CONDITION, repeated: true } }),
  },
};

const MAGIC = "k8s\0";

export const isProtobuf = (body: Buffer) => body.toString("latin1", 0, 4) === MAGIC;

/**
 * The object, with the fields that are described above. Objects of other kinds
 * come back with their metadata alone, marked `partial`.
 */
export function readProtobuf(body: Buffer): { object: JsonObject; partial: boolean } {
  const envelope = readFields(body.subarray(MAGIC.length));
  const type = readFields(bytesOf(envelope, 1));
  const kind = bytesOf(type, 2).toString("utf8");
  const schema = SCHEMAS[kind];
  const object = readObject(bytesOf(envelope, 2), schema ?? { 1: METADATA });
  const apiVersion = bytesOf(type, 1).toString("utf8");
  return { object: { kind, apiVersion, ...object }, partial: schema === undefined };
}

type WireField = { number: number; value: bigint | Buffer };

function readFields(bytes: Buffer): WireField[] {
  const fields: WireField[] = [];
  let at = 0;
  const varint = () => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = BigInt(bytes[at++] ?? 0);
      value |= (byte & 0x7fn) << shift;
      if (byte < 0x80n) return value;
    }
  };
  while (at < bytes.length) {
    const tag = Number(varint());
    if ((tag & 7) === 0) fields.push({ number: tag >> 3, value: varint() });
    else if ((tag & 7) === 2) {
      const length = Number(varint());
      fields.push({ number: tag >> 3, value: bytes.subarray(at, (at += length)) });
    } else throw new Error(`Unknown wire type ${String(tag & 7)}`);
  }
  return fields;
}

function bytesOf(fields: readonly WireField[], number: number): Buffer {
  const value = fields.find((field) => field.number === number)?.value;
  return value instanceof Buffer ? value : Buffer.alloc(0);
}

function readObject(bytes: Buffer, schema: Schema): JsonObject {
  const result: JsonObject = {};
  for (const { number, value } of readFields(bytes)) {
    const field = schema[number];
    if (field === undefined) continue;
    if (field.kind === "list" || field.repeated === true) {
      const before = result[field.name];
      const item = field.kind === "list" ? String(value) : readValue(field, value);
      result[field.name] = [...(Array.isArray(before) ? before : []), item];
    } else {
      const read = readValue(field, value);
      if (read !== "") result[field.name] = read; // Go writes empty strings, JSON leaves them out
    }
  }
  return result;
}

function readValue(field: Field, value: bigint | Buffer): Json {
  if (typeof value === "bigint") return field.kind === "bool" ? value === 1n : Number(value);
  return typeof field.kind === "object" ? readObject(value, field.kind) : value.toString("utf8");
}
