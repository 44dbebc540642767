import { ActionButton } from "@/components/form/action-button";
import type { FormAction } from "@/components/form/form-action";

type ShareStudyProps = { classId: string; isShared: boolean; share: FormAction };

/** Whether the class's staff see what a student studies by themself. */
export const ShareStudy = ({ classId, isShared, share }: ShareStudyProps) => (
  <div className="flex max-w-2xl flex-col gap-2">
    <p className="text-sm">
      {isShared
        ? "You share your study with the staff of this class: they see your expected recall by domain, when you last studied and how many questions you forget again and again. They do not see your answers."
        : "Your own study is yours alone. If you share it, the staff of this class see your expected recall by domain, when you last studied and how many questions you forget again and again, but not your answers."}
    </p>
    <ActionButton action={share} values={{ classId, share: isShared ? "no" : "yes" }}>
      {isShared ? "Stop sharing your study" : "Share your study"}
    </ActionButton>
  </div>
);
