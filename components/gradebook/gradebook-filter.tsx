import { StudentSearch } from "@/components/classes/student-search";
import type { GradebookQuery } from "@/lib/domain/quizzes/gradebook-input";

type GradebookFilterProps = {
  action: string;
  query: GradebookQuery;
  sections: readonly { id: string; name: string }[];
  found: number;
};

const ORDERS: Record<GradebookQuery["sort"], string> = {
  name: "By name",
  grade: "Lowest grade first",
  "-grade": "Highest grade first",
};

export const GradebookFilter = (props: GradebookFilterProps) => (
  <StudentSearch {...props} orders={ORDERS} />
);
