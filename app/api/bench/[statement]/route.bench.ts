/**
 * The floor that `npm run bench:study` measures against: a route handler that runs one
 * given statement with given values and nothing else. Only builds with RECONCILE_BENCH=1
 * have it: ordinary ones do not take `*.bench.ts` for a route.
 */
import pg from "pg";

// The build evaluates this module too, and knows no statements.
const statements = JSON.parse(process.env["RECONCILE_BENCH_STATEMENTS"] ?? "{}") as Record<
  string,
  string
>;
const pool = new pg.Pool({ connectionString: process.env["DATABASE_URL"], max: 10 });

export async function POST(
  request: Request,
  { params }: { params: Promise<{ statement: string }> },
): Promise<Response> {
  const { statement: name } = await params;
  const values = (await request.json()) as unknown[];
  const { rows } = await pool.query({ name, text: statements[name] ?? "", values });
  return Response.json(rows[0]);
}
