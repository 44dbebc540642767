import { Fragment } from "react";

type CodeBlockProps = {
  text: string;
  title?: string;
  language?: "yaml" | "plain";
  /** Said by screen readers when there is no title. */
  label?: string;
  /** Long lines wrap: for commands, which are read rather than aligned. */
  wrap?: boolean;
};

/** Code as it is: unless it may wrap it scrolls, and a keyboard can scroll it. */
export function CodeBlock({
  text,
  title,
  language = "plain",
  label = "Code",
  wrap = false,
}: CodeBlockProps) {
  const lines = text.replace(/\n+$/, "").split("\n");
  return (
    <figure className="min-w-0 overflow-hidden rounded-lg border border-line bg-sunken">
      {title ? (
        <figcaption className="border-b border-line px-3.5 py-1.5 font-mono text-xs text-muted">
          {title}
        </figcaption>
      ) : null}
      <pre
        {...(wrap ? {} : { tabIndex: 0, role: "region", "aria-label": title ?? label })}
        className={`${wrap ? "break-words whitespace-pre-wrap" : "overflow-x-auto"} px-3.5 py-3 font-mono text-[0.8125rem] leading-[1.6] focus-visible:-outline-offset-2`}
      >
        <code>
          {lines.map((line, index) => (
            <Fragment key={index}>
              {language === "yaml" ? <YamlLine line={line} /> : line}
              {"\n"}
            </Fragment>
          ))}
        </code>
      </pre>
    </figure>
  );
}

const YAML_LINE = /^(\s*(?:- +)*)([^\s#:"'][^:#"']*|"[^"]*"|'[^']*')(:)(?=\s|$)(.*)$/;

/** Keys stand out, comments step back; the rest is left alone. */
function YamlLine({ line }: { line: string }) {
  const { body, comment } = splitComment(line);
  const match = YAML_LINE.exec(body);
  return (
    <>
      {match ? (
        <>
          {match[1]}
          <span className="text-accent">{match[2]}</span>
          <span className="text-faint">{match[3]}</span>
          {match[4]}
        </>
      ) : (
        body
      )}
      {comment ? <span className="text-faint italic">{comment}</span> : null}
    </>
  );
}

function splitComment(line: string) {
  const at = /(^|\s)#/.exec(line)?.index;
  if (at === undefined || /["']/.test(line.slice(0, at))) return { body: line, comment: "" };
  return { body: line.slice(0, at), comment: line.slice(at) };
}
