// Who is signed in, what they may do, and the case they work on.

import { api, get, post, remove } from '../api/service';
import type { Right, Who } from '../api/shapes';
import { forgetDrafts } from './draft.svelte';

const CASE_KEY = 'lotline.case';

export const session = $state<{ who: Who | null; case_number: string }>({
  who: null,
  case_number: sessionStorage.getItem(CASE_KEY) ?? ''
});

export const may = (right: Right): boolean => session.who?.rights.includes(right) ?? false;

export function nameCase(number: string): void {
  session.case_number = number.trim();
  sessionStorage.setItem(CASE_KEY, session.case_number);
}

export async function learnWho(): Promise<void> {
  session.who = await get<Who>(api('session'));
}

export async function signIn(members: { name: string; password: string; code: string } | { one_time: string }): Promise<void> {
  const before = session.who?.name;
  await post(api('session'), members, { quiet: true });
  await learnWho();
  // Another person at the same screen does not find the work of the one before.
  if (before && before !== session.who?.name) forgetDrafts();
}

export async function signOut(everywhere: boolean): Promise<void> {
  await remove(api(everywhere ? 'sessions' : 'session'));
  forgetDrafts();
  nameCase('');
  await learnWho();
}
