import { RESULT_STATE_WORDS } from "@/components/quizzes/results/result-words";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
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
};

const ORDERS: Record<ResultOrder, string> = {
  name: "By name",
  section: "By section",
  total: "Fewest points first",
  "-total": "Most points first",
  "-submitted": "Last handed in first",
};

/** A form of the browser's own: its address can be kept and sent. */
export function ResultsFilter({ action, query, sections, counts }: ResultsFilterProps) {
  return (
    <form action={action} role="search" className="flex flex-wrap items-end gap-3">
      <TextField
        id="results-text"
        name="text"
        type="search"
        label="Name, email or number"
        defaultValue={query.text}
        fieldClassName="w-full max-w-60"
      />
      {sections.length === 0 ? null : (
        <SelectField
          id="results-section"
          name="section"
          label="Section"
          defaultValue={query.section ?? ""}
        >
          <option value="">All</option>
          {sections.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <SelectField id="results-state" name="state" label="State" defaultValue={query.state ?? ""}>
        <option value="">All</option>
        {RESULT_STATES.map((state) => (
          <option key={state} value={state}>
            {RESULT_STATE_WORDS[state]} ({counts[state]})
          </option>
        ))}
      </SelectField>
      <SelectField id="results-sort" name="sort" label="Order" defaultValue={query.sort}>
        {Object.entries(ORDERS).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </SelectField>
      <Button type="submit">Show</Button>
    </form>
  );
}
