/** Words that begin a compound command when they stand first. */
const RESERVED = new Set(
  "if then elif else fi for while until do done case esac select function { } ! [[ coproc".split(
    " ",
  ),
);

export const isReservedWord = (text: string) => RESERVED.has(text);
