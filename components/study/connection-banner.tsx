import { CloudOff } from "lucide-react";

export function ConnectionBanner() {
  return (
    <div
      role="status"
      className="flex items-start gap-3 rounded-lg border border-partly-line bg-partly-soft px-4 py-3"
    >
      <CloudOff aria-hidden className="mt-0.5 size-5 shrink-0 text-partly" />
      <p>
        <strong className="font-semibold">No connection.</strong> Your answer is kept in this
        browser and is sent as soon as the server can be reached. It counts once.
      </p>
    </div>
  );
}
