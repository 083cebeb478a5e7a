// Scans on their way onto the register, one file after the other. The work belongs to the page as a whole: it goes on
// while another part is open. What was sent is safe; the rest is taken up by dropping the same files again.

import { api, post } from '../api/service';
import { asProblem, type Problem } from '../api/problem';
import type { Enrolled } from '../api/scan_shapes';
import { readCsv } from '../register/csv';

export type Fields = Record<string, string>;

export interface Enrolling {
  key: number;
  file: File;
  fields: Fields;
  state: 'waiting' | 'sending' | Enrolled['scans'][number]['outcome'];
  record: number;
  findings: string[];
  unsuitable: string;
  problem: Problem | null;
}

export const enrolling = $state<{ files: Enrolling[]; running: boolean }>({ files: [], running: false });

export const isDone = ({ state }: Enrolling): boolean => state !== 'waiting' && state !== 'sending';
export const isRefused = ({ state }: Enrolling): boolean => state === 'refused';

let keys = 0;

async function send(one: Enrolling): Promise<void> {
  one.state = 'sending';
  one.problem = null;
  try {
    const answer = await post<Enrolled>(api('scans', { ...one.fields, file: one.file.name }), undefined, {
      file: one.file,
      fileType: 'application/octet-stream'
    });
    const [scan] = answer.scans;
    one.state = scan?.outcome ?? 'refused';
    one.record = scan?.record ?? 0;
    one.findings = scan?.findings ?? [];
    one.unsuitable = scan?.unsuitable ?? '';
  } catch (thrown) {
    one.state = 'refused';
    one.problem = asProblem(thrown);
  }
}

/** Leaving the whole page would end it: the browser asks first. */
const asks = (event: BeforeUnloadEvent) => event.preventDefault();

async function run(): Promise<void> {
  if (enrolling.running) return;
  enrolling.running = true;
  addEventListener('beforeunload', asks);
  for (let next; (next = enrolling.files.find(({ state }) => state === 'waiting'));) await send(next);
  removeEventListener('beforeunload', asks);
  enrolling.running = false;
}

/** Rows of a scans.csv beside the files, by the name of the file. */
export async function fieldsOfEach(list: File | undefined): Promise<Map<string, Fields>> {
  const each = new Map<string, Fields>();
  if (!list) return each;
  const [columns = [], ...rows] = readCsv((await list.text()).replace(/^\uFEFF/, ''));
  const name = columns.indexOf('file');
  /** What the register gives itself, and what the file tells. */
  const aside = ['issuer', 'ref', 'file', 'sha256', 'findings', 'pitch_nm'];
  for (const row of rows) {
    const told = columns.map((column, at) => [column, (row[at] ?? '').trim()] as const);
    each.set(row[name]?.trim() ?? '', Object.fromEntries(told.filter(([column, text]) => text && !aside.includes(column))));
  }
  return each;
}

/** Takes files in; the row of scans.csv goes before the form. */
export async function enrol(dropped: File[], form: Fields): Promise<void> {
  const each = await fieldsOfEach(dropped.find(({ name }) => name.toLowerCase().endsWith('.csv')));
  const filled = Object.fromEntries(Object.entries(form).filter(([, text]) => text.trim()));
  for (const file of dropped) {
    if (file.name.toLowerCase().endsWith('.csv')) continue;
    enrolling.files.push({
      key: ++keys,
      file,
      fields: { ...filled, ...each.get(file.name) },
      state: 'waiting',
      record: 0,
      findings: [],
      unsuitable: '',
      problem: null
    });
  }
  await run();
}

/** Sends what was refused again, with what the form says now. */
export async function again(form: Fields): Promise<void> {
  const filled = Object.fromEntries(Object.entries(form).filter(([, text]) => text.trim()));
  for (const one of enrolling.files.filter(isRefused)) {
    one.fields = { ...one.fields, ...filled };
    one.state = 'waiting';
  }
  await run();
}

export const forgetDone = (): void => void (enrolling.files = enrolling.files.filter((one) => !isDone(one)));
