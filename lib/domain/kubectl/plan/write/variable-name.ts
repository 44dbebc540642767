/** Whether kubectl takes a word for the name of an environment variable. */
export const isVariableName = (name: string) =>
  /^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(name) && name !== "." && !name.startsWith("..");
