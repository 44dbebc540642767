/** How a form stands: what its server action answered last. */
export type ActionState<T> =
  | { status: "idle" }
  | { status: "done"; value: T }
  /** Messages by input field; the form keeps what was typed. */
  | { status: "invalid"; fields: Record<string, string[] | undefined> }
  | { status: "failed"; code: string; message: string };
