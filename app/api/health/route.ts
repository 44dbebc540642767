import { checkHealth } from "@/lib/server/services/check-health";
import { version } from "@/package.json";

export const dynamic = "force-dynamic";

/** For load balancers and the start command: 200 while this instance can work, else 503. */
export async function GET(): Promise<Response> {
  const health = await checkHealth();
  const headers: Record<string, string> = { "cache-control": "no-store" };
  // Two servers may have raced for a port: this tells which of them answers.
  const instanceId = process.env["INSTANCE_ID"];
  if (instanceId) headers["x-instance-id"] = instanceId;
  return Response.json(
    { ...health, version },
    { status: health.status === "ok" ? 200 : 503, headers },
  );
}
