/** Who is in an instance already: people of a demo, and others, guests included. */
type PeopleThere = { demo: number; others: number };

/** Why no demo is made there; null where it is. `again` replaces the one that is there. */
export function demoRefusal({ demo, others }: PeopleThere, again: boolean): string | null {
  if (others > 0) {
    const people = others === 1 ? "somebody who is" : `${others} people who are`;
    return `This instance has ${people} not of a demo: nothing was changed. A demo needs an instance of its own; README says how to start one.`;
  }
  if (demo > 0 && !again) {
    return "The demo is there already: nothing was changed. npm run demo -- --again replaces it.";
  }
  return null;
}
