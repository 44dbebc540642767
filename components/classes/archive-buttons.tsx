import { ActionButton } from "@/components/form/action-button";
import { ConfirmButton } from "@/components/form/confirm-button";
import type { FormAction } from "@/components/form/form-action";

type ArchiveButtonsProps = {
  classId: string;
  name: string;
  isArchived: boolean;
  archive: FormAction;
  unarchive: FormAction;
};

export function ArchiveButtons(props: ArchiveButtonsProps) {
  const { classId, name, isArchived, archive, unarchive } = props;
  if (isArchived) {
    return (
      <ActionButton action={unarchive} values={{ classId }} size="medium">
        Bring it back
      </ActionButton>
    );
  }
  return (
    <ConfirmButton
      action={archive}
      values={{ classId }}
      size="medium"
      title={`Archive ${name}?`}
      consequences={
        <p>
          Nobody joins or starts anything in it any more. People, attempts and grades stay and can
          be read. You can bring it back.
        </p>
      }
      confirm="Archive"
    >
      Archive the class
    </ConfirmButton>
  );
}
