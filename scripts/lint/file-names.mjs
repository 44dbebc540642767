import { basename } from "node:path";

/** kebab-case with any number of dotted endings; Next's own `[param]` and `[...param]` are folders. */
const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9-]+)+$/;

/** ESLint rule: one spelling for file names, so that a name can be guessed before it is searched. */
export const fileNames = {
  meta: {
    type: "suggestion",
    schema: [],
    messages: { kebab: "Name this file in kebab-case: {{ name }}." },
  },
  create: (context) => ({
    Program(node) {
      const name = basename(context.filename).replace(/^\./, "");
      if (!KEBAB.test(name)) context.report({ node, messageId: "kebab", data: { name } });
    },
  }),
};
