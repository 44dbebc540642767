import { ActionButton } from "@/components/form/action-button";
import { ConfirmButton } from "@/components/form/confirm-button";
import type { FormAction } from "@/components/form/form-action";
import { DIFFICULTY_LABELS, KIND_LABELS } from "@/components/questions/kind-names";
import { Badge } from "@/components/ui/badge";
import { InlineMarkdown } from "@/components/ui/markdown";
import { LocalTime } from "@/components/ui/local-time";
import { Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Kind } from "@/lib/domain/questions/registry";

export type AuthoredQuestion = {
  slug: string;
  kind: Kind | null;
  prompt: string;
  difficulty: string;
  tags: readonly string[];
  version: number;
  isRetired: boolean;
  hasDraft: boolean;
  changedAt: string;
};

type AuthoredTableProps = {
  bankId: string;
  questions: readonly AuthoredQuestion[];
  retire: FormAction;
};

const DIFFICULTIES: Readonly<Record<string, string>> = DIFFICULTY_LABELS;

export function AuthoredTable({ bankId, questions, retire }: AuthoredTableProps) {
  return (
    <Table caption="Questions of this bank" head={["Question", "Kind", "State", "Changed", ""]}>
      {questions.map((question) => (
        <tr key={question.slug}>
          <td className="min-w-60">
            <TextLink href={`/author/${bankId}/questions/${question.slug}`}>
              {question.slug}
            </TextLink>
            <span className="line-clamp-2 text-sm text-muted">
              <InlineMarkdown text={question.prompt} />
            </span>
            {question.tags.length > 0 ? (
              <span className="mt-1 flex flex-wrap gap-1">
                {question.tags.map((tag) => (
                  <Badge key={tag}>{tag}</Badge>
                ))}
              </span>
            ) : null}
          </td>
          <td className="whitespace-nowrap">
            {question.kind ? KIND_LABELS[question.kind] : "–"}
            <span className="block text-sm text-muted">{DIFFICULTIES[question.difficulty]}</span>
          </td>
          <td>
            <StateBadges {...question} />
          </td>
          <td className="whitespace-nowrap">
            <LocalTime at={question.changedAt} />
          </td>
          <td>
            <div className="flex justify-end">
              <RetireButton bankId={bankId} question={question} retire={retire} />
            </div>
          </td>
        </tr>
      ))}
    </Table>
  );
}

function StateBadges({ version, isRetired, hasDraft }: AuthoredQuestion) {
  return (
    <span className="flex flex-wrap gap-1">
      {isRetired ? <Badge>Retired</Badge> : null}
      {version > 0 && !isRetired ? <Badge tone="good">Version {version}</Badge> : null}
      {hasDraft ? <Badge tone="partly">{version > 0 ? "Draft" : "Draft only"}</Badge> : null}
    </span>
  );
}

type RetireButtonProps = { bankId: string; question: AuthoredQuestion; retire: FormAction };

function RetireButton({ bankId, question, retire }: RetireButtonProps) {
  const { slug, version, isRetired } = question;
  if (version === 0) return null;
  if (isRetired) {
    return (
      <ActionButton
        action={retire}
        values={{ bankId, slug, retired: "no" }}
        look="quiet"
        label={`Bring back ${slug}`}
      >
        Bring back
      </ActionButton>
    );
  }
  return (
    <ConfirmButton
      action={retire}
      values={{ bankId, slug, retired: "yes" }}
      look="quiet"
      label={`Delete ${slug}`}
      title={`Delete ${slug}?`}
      consequences={
        <p>
          Nobody is asked it any more. Answers, reviews and grades that there are stay, and so do
          its versions: you find it under “Retired” and can bring it back.
        </p>
      }
      confirm="Delete the question"
    >
      Delete
    </ConfirmButton>
  );
}
