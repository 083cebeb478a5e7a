// Asks the service. A reply that only wants something more of the person (to sign in again, the second factor, a case
// number) opens that dialog, and the same request is made again afterwards: what was typed stays where it is.

import { ask, type Wanted } from '../session/gate.svelte';
import { session } from '../session/session.svelte';
import { problemOf, Refused, type Problem } from './problem';

export const CASE_NUMBER_MISSING = 1703;
export const STEP_UP_NEEDED = 1704;

export interface Sending {
  /** Sent as JSON. */
  members?: unknown;
  /** Sent as it is. */
  file?: Blob;
  fileType?: string;
  signal?: AbortSignal;
  /** Fails instead of opening a dialog: for what is asked while somebody types. */
  quiet?: boolean;
  /** The version that was looked at: another one is not overwritten. */
  version?: number;
}

function wantedBy(problem: Problem): Wanted | null {
  if (problem.number === STEP_UP_NEEDED) return 'step_up';
  if (problem.number === CASE_NUMBER_MISSING) return 'case';
  if (problem.status === 401 && session.who?.signed_in) return 'sign_in';
  return null;
}

/** Where the same request is done once: acts, files and scans taken in, searches, accounts and tokens. */
const KEYED = /\/(records\/|(imports|scans|accounts|tokens)(\?|\/|$))/;

async function send(method: string, path: string, sending: Sending, key: string): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  let body: BodyInit | undefined;
  if (sending.file) {
    body = sending.file;
    headers['Content-Type'] = sending.fileType ?? 'text/csv';
  } else if (sending.members !== undefined) {
    body = JSON.stringify(sending.members);
    headers['Content-Type'] = 'application/json';
  }
  if (method !== 'GET') headers['Lotline-Csrf'] = session.who?.csrf ?? '';
  if (method === 'POST' && KEYED.test(path)) headers['Idempotency-Key'] = key;
  if (sending.version !== undefined) headers['If-Match'] = `"${sending.version}"`;
  if (session.case_number) headers['Lotline-Case'] = session.case_number;
  return fetch(path, { method, headers, body, signal: sending.signal, credentials: 'same-origin' });
}

export async function request(method: string, path: string, sending: Sending = {}): Promise<Response> {
  const key = crypto.randomUUID();
  for (;;) {
    const reply = await send(method, path, sending, key);
    if (reply.ok) return reply;
    const problem = await problemOf(reply);
    const wanted = wantedBy(problem);
    if (sending.quiet || !wanted || !(await ask(wanted))) throw new Refused(problem);
  }
}

async function json<T>(method: string, path: string, sending?: Sending): Promise<T> {
  const reply = await request(method, path, sending);
  return (reply.status === 204 ? undefined : await reply.json()) as T;
}

export const get = <T>(path: string, sending?: Sending) => json<T>('GET', path, sending);
export const post = <T>(path: string, members?: unknown, sending?: Sending) => json<T>('POST', path, { ...sending, members });
export const put = <T>(path: string, members?: unknown, version?: number) => json<T>('PUT', path, { members, version });
export const remove = <T>(path: string) => json<T>('DELETE', path);

/** A path of the API with its query; what is empty is left out. */
export function api(path: string, query: Record<string, string | number | undefined> = {}): string {
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== '') words.set(name, String(value));
  return `/api/v1/${path}${words.size ? `?${words}` : ''}`;
}

/** Parts of a path, each encoded. */
export const at = (...parts: (string | number)[]) => parts.map((part) => encodeURIComponent(part)).join('/');
