// The last traces of this sign-in, to go back to. The access log has them for good; these are a convenience.

import type { SeizureAnswer, Trace } from '../api/shapes';
import { headText, type Question } from './question';
import { isFilled, type Seizure } from './seizure';

const KEPT = 'lotline.draft.last_traces';
const MOST = 8;

/** `of` is the draft it was asked in. */
export type KeptTrace = { at: string; head: string; words: string } & (
  { of: 'trace'; question: Question; answer: Trace } | { of: 'seizure'; question: Seizure; answer: SeizureAnswer }
);

export const lastTraces = (): KeptTrace[] => JSON.parse(sessionStorage.getItem(KEPT) ?? '[]') as KeptTrace[];

function keep(trace: KeptTrace): void {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify([trace, ...lastTraces()].slice(0, MOST)));
  } catch {
    sessionStorage.removeItem(KEPT); // full: the present trace matters more than the list of the last ones
  }
}

export function keepTrace(question: Question, answer: Trace): void {
  const head =
    headText(question) ||
    question.lot_mark ||
    question.package ||
    question.calibre ||
    question.retailer_code ||
    question.microstamp ||
    question.exhibit ||
    question.request;
  keep({ at: new Date().toISOString(), head, words: answer.words, of: 'trace', question, answer });
}

export function keepSeizure(question: Seizure, answer: SeizureAnswer): void {
  const heads = question.rows.filter(isFilled).map((row) => row.headstamp || row.lot_mark || row.calibre);
  const head = heads.slice(0, 3).join(' · ');
  keep({ at: new Date().toISOString(), head, words: answer.words, of: 'seizure', question, answer });
}
