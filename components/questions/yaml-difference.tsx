import { TextDifference } from "@/components/questions/text-difference";

type YamlDifferenceProps = { model: string; yours: string };

/** The object that the answer makes, line by line beside the one that was wanted. */
export function YamlDifference({ model, yours }: YamlDifferenceProps) {
  return (
    <TextDifference
      before={yours}
      after={model}
      names={{ before: "what your line makes", after: "what is wanted" }}
      sides={{ before: "Yours", after: "Wanted" }}
      label="How the objects differ"
    />
  );
}
