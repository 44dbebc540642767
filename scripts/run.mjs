/**
 * The one entry of every npm script: `node scripts/run.mjs <command> [arguments]`.
 * Works on a fresh clone: whatever a command needs is installed before it is loaded.
 */
import { onSupportedNode } from "./supported-node.mjs";

onSupportedNode(() => import("./dispatch.mjs"));
