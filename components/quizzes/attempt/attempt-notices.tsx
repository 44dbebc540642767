import type { AttemptWork } from "@/components/quizzes/attempt/use-attempt";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";

/** What stands in the way of saving or handing in, and what becomes of the answers. */
export function AttemptNotices({ attemptId, work }: { attemptId: string; work: AttemptWork }) {
  const { phase, state, timing } = work;
  if (phase === "over") {
    return (
      <Box>
        The time is over. What was saved is being handed in
        {state.isOffline ? ", as soon as there is a connection" : ""}.
      </Box>
    );
  }
  if (phase === "waiting") {
    return (
      <Box>
        There is no connection. Your answers are kept on this device; they are handed in as soon as
        it is back. Leave this page open.
      </Box>
    );
  }
  if (state.refusal !== null) {
    return (
      <Box>
        <span>{state.refusal} What you have typed stays on this device.</span>
        <span className="flex flex-wrap items-center gap-3">
          <Button size="small" onClick={loadAgain}>
            Load again
          </Button>
          <TextLink href={`/sign-in?next=${encodeURIComponent(`/attempts/${attemptId}`)}`}>
            Sign in
          </TextLink>
        </span>
      </Box>
    );
  }
  if (phase === "working" && timing.isSubmitted) {
    return (
      <Box>
        This attempt was handed in, from elsewhere or when its time was over.
        <Button size="small" onClick={loadAgain}>
          See the result
        </Button>
      </Box>
    );
  }
  return null;
}

const loadAgain = () => {
  window.location.reload();
};

const Box = ({ children }: { children: React.ReactNode }) => (
  <div
    role="alert"
    className="flex flex-wrap items-center justify-between gap-3 rounded-lg border border-partly-line bg-partly-soft px-4 py-3 font-medium"
  >
    {children}
  </div>
);
