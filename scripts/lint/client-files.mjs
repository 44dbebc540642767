/**
 * ESLint rule: a file that says "use client" is sent to browsers, so it may name
 * the types of lib/server but import nothing that runs. Import cycles through
 * components are covered by the rule of directions; client files inside app/
 * are not, because only their first line tells them apart.
 */
export const clientFiles = {
  meta: {
    type: "problem",
    schema: [],
    messages: { server: "This file runs in browsers and cannot import {{ source }}." },
  },
  create(context) {
    const [first] = context.sourceCode.ast.body;
    if (first?.directive !== "use client") return {};
    const check = (node) => {
      const source = node.source?.value;
      if (typeof source !== "string" || !isServerCode(source)) return;
      if (node.importKind === "type" || node.exportKind === "type") return;
      context.report({ node, messageId: "server", data: { source } });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    };
  },
};

const isServerCode = (source) => /(^|\/)lib\/server\//.test(source) || source === "server-only";
