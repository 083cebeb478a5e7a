// The last traces of this sign-in, to go back to. The access log has them for good; these are a convenience.

import type { Trace } from '../api/shapes';
import { headText, type Question } from './question';

const KEPT = 'lotline.draft.last_traces';
const MOST = 8;

export interface KeptTrace {
  at: string;
  head: string;
  words: string;
  question: Question;
  answer: Trace;
}

export const lastTraces = (): KeptTrace[] => JSON.parse(sessionStorage.getItem(KEPT) ?? '[]') as KeptTrace[];

export function keepTrace(question: Question, answer: Trace): void {
  const head =
    headText(question) ||
    question.lot_mark ||
    question.package ||
    question.calibre ||
    question.retailer_code ||
    question.microstamp;
  const kept = [{ at: new Date().toISOString(), head, words: answer.words, question, answer }, ...lastTraces()].slice(0, MOST);
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(kept));
  } catch {
    sessionStorage.removeItem(KEPT); // full: the present trace matters more than the list of the last ones
  }
}
