/** Reviews: questions that are asked by creating an object, and answered in its status. */
import { objectAt, textAt, type JsonObject } from "./json";

const USER: JsonObject = { username: "admin", groups: ["system:authenticated"] };

const STATUS: Record<string, JsonObject> = {
  selfsubjectaccessreviews: { allowed: true },
  localsubjectaccessreviews: { allowed: true },
  subjectaccessreviews: { allowed: true },
  selfsubjectreviews: { userInfo: USER },
  tokenreviews: { authenticated: true, user: USER },
  selfsubjectrulesreviews: {
    incomplete: false,
    nonResourceRules: [],
    resourceRules: [{ verbs: ["get"], apiGroups: [""], resources: ["pods"] }],
  },
};

/** The reviewed object, or null when the resource is not a review. */
export function reviewAnswer(resource: string, object: JsonObject): JsonObject | null {
  const status = STATUS[resource];
  if (status === undefined) return null;
  // Everything may be read and nobody may delete nodes, so that both answers are recorded.
  const asked = objectAt(object, "spec", "resourceAttributes");
  const denied = textAt(asked, "verb") === "delete" && textAt(asked, "resource") === "nodes";
  return { ...object, status: denied ? { allowed: false } : status };
}
