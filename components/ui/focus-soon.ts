/**
 * Gives the focus to the first of these that is there, by id, once the page shows what was just
 * done: the button that was pressed has moved with what it stood beside, or is gone with it.
 */
export function focusSoon(...ids: readonly string[]): void {
  requestAnimationFrame(() => {
    const found = ids.map((id) => document.getElementById(id)).find((one) => one !== null);
    found?.focus();
  });
}
