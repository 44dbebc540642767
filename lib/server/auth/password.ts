import { hash, verify } from "@node-rs/argon2";
import { dictionary } from "@zxcvbn-ts/language-common";

/**
 * argon2id with OWASP's parameters (19 MiB, two passes, one lane): about 25 ms.
 * `algorithm: 2` is argon2id; the library's const enum cannot be imported.
 */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(password, ARGON2ID);

let placeholderHash: Promise<string> | undefined;

/**
 * Whether the password fits the hash. Without a hash (nobody has that email, or
 * they sign in elsewhere) it works as long on a placeholder, so that the time
 * taken does not tell who has an account.
 */
export async function verifyPassword(passwordHash: string | null, password: string) {
  placeholderHash ??= hashPassword("the placeholder that nobody's password equals");
  const matches = await verify(passwordHash ?? (await placeholderHash), password);
  return matches && passwordHash !== null;
}

let commonPasswords: Set<string> | undefined;

/** ASVS 5.0, 6.2.4: passwords that attackers try first are refused. */
export function isCommonPassword(password: string): boolean {
  commonPasswords ??= new Set(
    Object.values(dictionary)
      .flat()
      .map((word) => word.toLowerCase()),
  );
  return commonPasswords.has(password.toLowerCase());
}
