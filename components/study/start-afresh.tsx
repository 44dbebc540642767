import { Button } from "@/components/ui/button";

type StartAfreshProps = { onConfirm: () => void; onClose: () => void };

/** Asked before a question's memory is forgotten, though that too can be taken back. */
export function StartAfresh({ onConfirm, onClose }: StartAfreshProps) {
  return (
    <div className="flex flex-col gap-5">
      <p>
        The question becomes new to you: its dates and its memory are forgotten. Your answers stay
        in your history, and Z takes it all back.
      </p>
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onClose}>
          Keep it as it is
        </Button>
        <Button
          look="danger"
          onClick={() => {
            onClose();
            onConfirm();
          }}
        >
          Start afresh
        </Button>
      </div>
    </div>
  );
}
