import { ConfirmButton } from "@/components/form/confirm-button";
import { ActionButton } from "@/components/form/action-button";
import type { FormAction } from "@/components/form/form-action";
import { Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";

export type OwnBank = {
  id: string;
  title: string;
  isArchived: boolean;
  questions: number;
  drafts: number;
  classes: readonly string[];
};

type OwnBankTableProps = { caption: string; banks: readonly OwnBank[]; archive: FormAction };

export function OwnBankTable({ caption, banks, archive }: OwnBankTableProps) {
  return (
    <Table caption={caption} head={["Title", "Questions", "Drafts", "Shared with", ""]}>
      {banks.map((bank) => (
        <tr key={bank.id}>
          <td>
            <TextLink href={`/author/${bank.id}`}>{bank.title}</TextLink>
          </td>
          <td className="tabular-nums">{bank.questions}</td>
          <td className="tabular-nums">{bank.drafts === 0 ? "–" : bank.drafts}</td>
          <td className="min-w-40">
            {bank.classes.length === 0 ? "Nobody" : bank.classes.join(", ")}
          </td>
          <td>
            <div className="flex justify-end">
              <ArchiveButton bank={bank} archive={archive} />
            </div>
          </td>
        </tr>
      ))}
    </Table>
  );
}

function ArchiveButton({ bank, archive }: { bank: OwnBank; archive: FormAction }) {
  if (bank.isArchived) {
    return (
      <ActionButton
        action={archive}
        values={{ bankId: bank.id, archived: "no" }}
        look="quiet"
        label={`Bring back ${bank.title}`}
      >
        Bring back
      </ActionButton>
    );
  }
  return (
    <ConfirmButton
      action={archive}
      values={{ bankId: bank.id, archived: "yes" }}
      look="quiet"
      label={`Archive ${bank.title}`}
      title={`Archive ${bank.title}?`}
      consequences={
        <p>
          Nobody is asked its questions any more, in study or in new attempts at quizzes. Answers,
          grades and memories stay, and you can bring it back.
        </p>
      }
      confirm="Archive the bank"
    >
      Archive
    </ConfirmButton>
  );
}
