import { describe, expect, test } from "vitest";

import { editHomework } from "@/lib/server/services/draft-homework";
import { viewAssignment } from "@/lib/server/services/view-assignment";
import { viewHomework } from "@/lib/server/services/view-homework";
import { viewQuestionResults } from "@/lib/server/services/view-question-results";
import { viewStudentReport } from "@/lib/server/services/view-student-report";
import { aClass } from "@/tests/helpers/classes";
import { START } from "@/tests/helpers/people";

describe.each(["6f", "-".repeat(36), "0".repeat(36)])("an address with %s for an id", (id) => {
  test("leads nowhere", async () => {
    const { instructor, id: classId } = await aClass();
    const ref = { classId, assignmentId: id };
    for (const asked of [
      viewAssignment(instructor, ref, START),
      viewHomework(instructor, ref, START),
      editHomework(instructor, ref),
      viewQuestionResults(instructor, ref),
      viewStudentReport(instructor, { classId, userId: id }, START),
    ]) {
      await expect(asked).rejects.toMatchObject({ code: "not-found" });
    }
  });
});
