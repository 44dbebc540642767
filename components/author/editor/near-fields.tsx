import { ListAt } from "@/components/author/editor/list-at";
import type { Path } from "@/components/author/editor/source-text";
import { TextAt } from "@/components/author/editor/text-fields";

/** Wrong answers that many give, with what to say to them. */
export function NearAt({ path }: { path: Path }) {
  return (
    <ListAt
      path={path}
      legend="Known wrong answers"
      hint="Each with what to say to whoever gives it."
      entry="wrong answer"
      blank={{ text: "", why: "" }}
      optional
    >
      {(at) => (
        <>
          <TextAt path={[...at, "text"]} label="Wrong answer" mono />
          <TextAt path={[...at, "why"]} label="What to say to it" rows={2} />
        </>
      )}
    </ListAt>
  );
}

export function AcceptedAt({ path }: { path: Path }) {
  return (
    <ListAt
      path={path}
      legend="Accepted answers"
      hint="The first is shown as the model answer."
      entry="accepted answer"
      blank=""
    >
      {(at, index) => <TextAt path={at} label={`Accepted answer ${index + 1}`} hideLabel mono />}
    </ListAt>
  );
}
