import { ListAt } from "@/components/author/editor/list-at";
import { TextAt } from "@/components/author/editor/text-fields";
import { WordsAt } from "@/components/author/editor/words-at";

export function OpenFields() {
  return (
    <>
      <TextAt
        path={["modelAnswer"]}
        label="Model answer"
        hint="Markdown. What learners compare theirs with."
        rows={5}
      />
      <ListAt
        path={["marks"]}
        legend="Marking points"
        hint="One thing each that a good answer says."
        entry="marking point"
        blank={{ text: "" }}
      >
        {(at) => (
          <>
            <TextAt path={[...at, "text"]} label="Point" rows={2} />
            <WordsAt
              path={[...at, "keywords"]}
              label="Keywords"
              hint="With commas between. One of them in an answer ticks the point beforehand."
            />
          </>
        )}
      </ListAt>
      <ListAt
        path={["doNotAccept"]}
        legend="Not to be accepted"
        entry="wrong claim"
        blank={{ text: "", why: "" }}
        optional
      >
        {(at) => (
          <>
            <TextAt path={[...at, "text"]} label="Claim" rows={2} />
            <TextAt path={[...at, "why"]} label="Why not" rows={2} />
          </>
        )}
      </ListAt>
    </>
  );
}
