const HOME = "/today";

/**
 * Where to go after signing in, as an address asked for it: only ever a path of ours.
 * Browsers read "//host" and "/\host" as another host, and drop tabs and line breaks.
 */
export function returnPath(wanted: string | null | undefined): string {
  if (!wanted || !/^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(wanted)) return HOME;
  return wanted;
}
