/** A problem the person at the keyboard can solve. Its message is one sentence that says how. */
export class OperatorError extends Error {
  name = "OperatorError";
}

/** Runs a command: an OperatorError becomes its one sentence, anything else keeps its stack. */
export async function runCommand(main) {
  try {
    process.exitCode = (await main()) ?? process.exitCode ?? 0;
  } catch (error) {
    if (error.name === "AbortError") console.error("Interrupted.");
    else console.error(error instanceof OperatorError ? error.message : error);
    process.exitCode = 1;
  }
}
