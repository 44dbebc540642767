/**
 * The code that people type to join a class: eight characters of an alphabet without
 * vowels and without characters that look like another (0 and O, 1, I and L, 5 and S, 8
 * and B, 2 and Z, U and V), so that it can be read from a slide and spells nothing.
 * 18^8 codes are 1.1 × 10^10; tries are counted.
 */
import { z } from "zod";

export const JOIN_CODE_ALPHABET = "34679CDFGHJKMPQRTW";
export const JOIN_CODE_LENGTH = 8;

const CODE = new RegExp(`^[${JOIN_CODE_ALPHABET}]{${JOIN_CODE_LENGTH}}$`);

/** As stored: "CDFG4679". Small letters, spaces and hyphens may be typed. */
export const JoinCodeSchema = z
  .string()
  .max(40)
  .transform((typed) => typed.replaceAll(/[\s\p{Pd}]/gu, "").toUpperCase())
  .pipe(z.string().regex(CODE, "A code has eight letters and digits, such as CDFG-4679."));

/** As shown: "CDFG-4679". */
export const showJoinCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;
