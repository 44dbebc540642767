/** Headers that are the same for every answer; proxy.ts adds the policy with the nonce to pages. */
const SECURITY_HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  },
];

/** An answer of the API is data: should a browser show it as a page, nothing in it may run. */
const API_POLICY =
  "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** @type {import("next").NextConfig} */
const config = {
  // Tests build beside the build that a running server uses.
  distDir: process.env.RECONCILE_DIST_DIR || ".next",
  // Only container images need it, and `next start` warns about it.
  ...(process.env.RECONCILE_STANDALONE === "1" && { output: "standalone" }),
  // The floors of benchmarks are routes of benchmark builds only (`*.bench.ts`).
  ...(process.env.RECONCILE_BENCH === "1" && { pageExtensions: ["tsx", "ts", "bench.ts"] }),
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  reactStrictMode: true,
  // No image is resized here: the optimizer would only be attack surface.
  images: { unoptimized: true },
  typescript: {
    // `npm run check` and `npm test` check the types; doing it in every build makes a first start 8 s longer.
    ignoreBuildErrors: true,
    // Next rewrites this file at will; ours stays as it is written.
    tsconfigPath: "tsconfig.next.json",
  },
  serverExternalPackages: [
    "@node-rs/argon2",
    "@open-spaced-repetition/binding",
    "graphile-worker",
    "pg",
  ],
  allowedDevOrigins: ["127.0.0.1"],
  headers: () => [
    { source: "/:path*", headers: SECURITY_HEADERS },
    { source: "/api/:path*", headers: [{ key: "Content-Security-Policy", value: API_POLICY }] },
  ],
};

export default config;
