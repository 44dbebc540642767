import { z } from "zod";

const FlagSchema = z.enum(["0", "1"]).default("0");

/** "kim@example.org" or "Kim Ng <kim@example.org>", on one line. */
const SENDER = /^(?:[^<>"\p{Cc}]{1,100} <[^\s<>@,;]+@[^\s<>@,;]+>|[^\s<>@,;]+@[^\s<>@,;]+)$/u;

/** An optional sign-in provider is given whole or not at all. */
const NonEmpty = z.string().min(1);

/** Compose passes on what is not filled in as nothing between the quotes. */
const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

const EnvSchema = z
  .object({
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    DATABASE_POOL_MAX: z.coerce.number().int().min(1).max(500).default(10),
    NEXTAUTH_SECRET: z.string().min(16),
    NEXTAUTH_URL: z.url({ protocol: /^https?$/ }),
    SESSION_COOKIE_SUFFIX: z
      .string()
      .regex(/^[A-Za-z0-9_-]*$/)
      .default(""),
    RECONCILE_TEST_CLOCK: FlagSchema,
    /** Where jobs run: in this server, or in a process of its own (`npm run worker`). */
    WORKER: z.enum(["inside", "separate"]).default("inside"),
    /** Where email is handed over: smtps://user:password@host:465, or smtp://… */
    SMTP_URL: optional(z.url({ protocol: /^smtps?$/, hostname: /./ })),
    /** Whom it comes from. */
    MAIL_FROM: optional(z.string().regex(SENDER, "must be an address, or a name and an <address>")),
    GITHUB_CLIENT_ID: NonEmpty.optional(),
    GITHUB_CLIENT_SECRET: NonEmpty.optional(),
    GOOGLE_CLIENT_ID: NonEmpty.optional(),
    GOOGLE_CLIENT_SECRET: NonEmpty.optional(),
  })
  .refine((env) => Boolean(env.GITHUB_CLIENT_ID) === Boolean(env.GITHUB_CLIENT_SECRET), {
    path: ["GITHUB_CLIENT_SECRET"],
    message: "GITHUB_CLIENT_ID and GITHUB_CLIENT_SECRET belong together",
  })
  .refine((env) => Boolean(env.GOOGLE_CLIENT_ID) === Boolean(env.GOOGLE_CLIENT_SECRET), {
    path: ["GOOGLE_CLIENT_SECRET"],
    message: "GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET belong together",
  })
  .refine((env) => Boolean(env.SMTP_URL) === Boolean(env.MAIL_FROM), {
    path: ["MAIL_FROM"],
    message: "SMTP_URL and MAIL_FROM belong together",
  });

export type Env = z.output<typeof EnvSchema>;

/**
 * The settings of the server, checked. Throws one error that names every
 * setting at fault and never its value: values may be secrets.
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const env = EnvSchema.safeParse(source);
  if (env.success) return env.data;
  const faults = env.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The environment is not usable. ${faults.join("; ")}.`);
}
