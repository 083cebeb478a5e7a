// What a request still wants of the person before it can be answered. One dialog at a time; everybody who waits for the
// same thing is answered by it.

export type Wanted = 'sign_in' | 'step_up' | 'case';

export const gate = $state<{ open: Wanted | null }>({ open: null });

let asked: { wanted: Wanted; answer: Promise<boolean>; settle: (given: boolean) => void } | null = null;

export async function ask(wanted: Wanted): Promise<boolean> {
  while (asked && asked.wanted !== wanted) await asked.answer;
  if (!asked) {
    let settle!: (given: boolean) => void;
    const answer = new Promise<boolean>((resolve) => (settle = resolve));
    asked = { wanted, answer, settle };
    gate.open = wanted;
  }
  return asked.answer;
}

/** Closes the dialog: `given` when the person gave what was wanted. */
export function answerGate(given: boolean): void {
  const { settle } = asked ?? { settle: () => undefined };
  asked = null;
  gate.open = null;
  settle(given);
}
