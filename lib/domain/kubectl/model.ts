/**
 * The vocabulary of the kubectl engine.
 *
 *   text → tokenize → Line[] → parse → Invocation → plan → Plan → compare → Judgement
 *
 * Every offset (`Span`) is a half-open range of UTF-16 code units in the text the
 * learner typed, so that the UI can underline exactly what is meant.
 */

/** Half-open range [start, end) in the learner's text. */
export type Span = { start: number; end: number };

/** One shell word. `text` is the word after quote removal and expansion. */
export type Word = Span & { text: string };

/** A refusal, worded as kubectl (or the shell) words it, and a hint that is better than kubectl's. */
export type Refusal = {
  /** Stable machine word, e.g. "unknown-flag", "unknown-command", "unclosed-quote". */
  code: string;
  /** The first line that kubectl prints, e.g. `error: unknown flag: --imag`. */
  message: string;
  span: Span;
  /** What to do instead; one sentence a learner understands. Null when there is nothing better to say. */
  hint: string | null;
};

/** Why a line cannot be judged: pipes, substitutions, editors. Never counted as wrong. */
export type Unjudgeable = { code: string; message: string; span: Span };

/** What the task gives the learner's shell: the exam's `alias k=kubectl`, `export do="--dry-run=client -o yaml"`. */
export type ShellContext = {
  aliases?: Record<string, string>;
  variables?: Record<string, string>;
};

/** A Kubernetes object as plain JSON. */
export type KubeObject = {
  apiVersion: string;
  kind: string;
  metadata: { name?: string; namespace?: string; [field: string]: unknown };
  [field: string]: unknown;
};

/**
 * What a task leaves nothing out of. Most tasks name a few objects of a bigger cluster, so
 * a name that is not given is unknown, not missing. Here it is missing, and a line that needs
 * it is refused as the server or kubectl would.
 */
export type Completeness = {
  /** Kinds ("Pod") of which `objects` holds every object there is; "all" for every kind. */
  kinds?: "all" | readonly string[];
  /** Whether `files` holds every file in and under the learner's folder. */
  files?: boolean;
};

/** What is known before the learner types. */
export type TaskContext = ShellContext & {
  /** kubectl version whose tables are used. Default "1.35". */
  version?: string;
  /** Namespace of the current context. Default "default". */
  namespace?: string;
  /** Name of the current context, and every context of the kubeconfig. */
  currentContext?: string;
  contexts?: readonly string[];
  /** Every cluster and every user of the kubeconfig. */
  clusters?: readonly string[];
  users?: readonly string[];
  /** Namespaces of those contexts, by name. A context that is not listed works in "default". */
  contextNamespaces?: Record<string, string>;
  /** Objects that exist in the cluster before the answer. */
  objects?: readonly KubeObject[];
  /** Files beside the learner, by path: manifests read by -f, files for --from-file. */
  files?: Record<string, string>;
  /** Text given on standard input for `-f -`. */
  stdin?: string;
  /** Default: nothing is complete but `contexts`, where they are given. */
  complete?: Completeness;
};

/** What must hold after the answer, judged on the end state instead of on the commands. */
export type Goal = {
  apiVersion?: string;
  kind: string;
  name?: string;
  namespace?: string;
  /** Label selector in kubectl's syntax; alternative to `name`. */
  selector?: string;
  /** The object(s) must not exist. */
  absent?: boolean;
  /** JSON that the object must contain (maps: subset; lists: same length, element by element subset). */
  has?: Record<string, unknown>;
};

export type Task = {
  /** Accepted answers; the first is the model answer. Each may be several lines. */
  accept: readonly string[];
  /** When given, an answer is right if these hold afterwards and nothing else changed. */
  goals?: readonly Goal[];
  /** Whether harmless additions to an accepted answer pass as right-with-extras. Default "allowed". */
  extras?: "allowed" | "refused";
  context?: TaskContext;
};

export type Verdict = "right" | "right-with-extras" | "wrong" | "cannot-judge";

export type Finding = {
  /** Stable machine word, e.g. "wrong-namespace", "csv-env", "overreach". */
  code: string;
  /** What differs, e.g. "namespace", "spec.replicas", "flag --image". Null for the whole line. */
  field: string | null;
  expected: string | null;
  got: string | null;
  /** Where in the learner's text; null when something is missing. */
  span: Span | null;
  /** One sentence a learner understands. */
  message: string;
};

export type Judgement = {
  verdict: Verdict;
  /** False when the shell or kubectl itself would refuse the text. */
  valid: boolean;
  /** The first line of what kubectl would say when it refuses; null otherwise. */
  error: string | null;
  findings: readonly Finding[];
  /** Index into `accept` of the answer that was nearest. */
  nearest: number;
};
