import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import type { HelpRule } from "@/lib/domain/classes/needs-help";

/** A form of the browser's own: its address can be kept and sent. */
export const HelpRuleForm = ({ action, rule }: { action: string; rule: HelpRule }) => (
  <form action={action} className="flex flex-wrap items-end gap-3">
    <TextField
      id="help-days"
      name="inactiveDays"
      label="Inactive for days"
      inputMode="numeric"
      defaultValue={rule.inactiveDays}
      fieldClassName="w-36"
    />
    <TextField
      id="help-below"
      name="below"
      label="Grade below percent"
      inputMode="decimal"
      defaultValue={rule.below}
      fieldClassName="w-40"
    />
    <Button type="submit">Show</Button>
  </form>
);
