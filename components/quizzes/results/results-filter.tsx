import { StudentSearch } from "@/components/classes/student-search";
import { RESULT_STATE_WORDS } from "@/components/quizzes/results/result-words";
import { SelectField } from "@/components/ui/select";
import {
  RESULT_STATES,
  type ResultOrder,
  type ResultsQuery,
  type ResultState,
} from "@/lib/domain/quizzes/results-query";

type ResultsFilterProps = {
  action: string;
  query: ResultsQuery;
  sections: readonly { id: string; name: string }[];
  counts: Readonly<Record<ResultState, number>>;
  found: number;
};

const ORDERS: Record<ResultOrder, string> = {
  name: "By name",
  section: "By section",
  total: "Fewest points first",
  "-total": "Most points first",
  "-submitted": "Last handed in first",
};

export const ResultsFilter = ({ counts, query, ...rest }: ResultsFilterProps) => (
  <StudentSearch {...rest} query={query} orders={ORDERS}>
    <SelectField id="student-state" name="state" label="State" defaultValue={query.state ?? ""}>
      <option value="">All</option>
      {RESULT_STATES.map((state) => (
        <option key={state} value={state}>
          {RESULT_STATE_WORDS[state]} ({counts[state]})
        </option>
      ))}
    </SelectField>
  </StudentSearch>
);
