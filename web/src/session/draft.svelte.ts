// Unsaved work, kept in the browser's session: it outlives a reload and an expired sign-in, not a signing out.

const PREFIX = 'lotline.draft.';

/** Where the browser's store is full, the work stays on the page and is not kept beyond it. */
function keep(name: string, text: string): void {
  try {
    sessionStorage.setItem(PREFIX + name, text);
  } catch {
    sessionStorage.removeItem(PREFIX + name);
  }
}

/** A state that is read back from where it was left. REQUIRES a call while a component is made. */
export function draft<T extends object>(name: string, empty: T): T {
  const kept = sessionStorage.getItem(PREFIX + name);
  const state = $state<T>(kept ? { ...structuredClone(empty), ...(JSON.parse(kept) as T) } : structuredClone(empty));
  $effect(() => {
    const now = JSON.stringify(state);
    if (now === JSON.stringify(empty)) sessionStorage.removeItem(PREFIX + name);
    else keep(name, now);
  });
  return state;
}

export function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
}

/** Names of what is kept. */
export const keptDrafts = (): string[] =>
  Object.keys(sessionStorage)
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => key.slice(PREFIX.length));

/** Puts a state where a page will read it back from. */
export const putDraft = (name: string, state: object): void => sessionStorage.setItem(PREFIX + name, JSON.stringify(state));
