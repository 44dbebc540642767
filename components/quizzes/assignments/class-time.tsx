/** A moment on the clocks of a class: whoever reads it may be in another zone, so that it is named. */
export function ClassTime({
  at,
  timeZone,
  named = false,
}: {
  at: string;
  timeZone: string;
  named?: boolean;
}) {
  const text = new Date(at).toLocaleString("en-GB", {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
  });
  return (
    <time dateTime={at} className="tabular-nums">
      {text}
      {named ? ` (${timeZone.replaceAll("_", " ")})` : ""}
    </time>
  );
}
