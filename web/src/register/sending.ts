// A file on its way to the service: a template's rows or a document of EPCIS, alone or one of several.

import { api, at, post } from '../api/service';
import type { Job } from '../api/shapes';

export interface Sent {
  name: string;
  content: Blob;
}
export interface How {
  on_error: 'rollback' | 'proceed';
  /** yes: others follow, and the job begins with the last. */
  more?: 'yes';
}

const fileType = (name: string) => (/\.json(ld)?$/i.test(name) ? 'application/json' : 'text/csv');

/** Begins a job, or adds to the one that gathers. */
export function sendFile({ name, content }: Sent, how: How, to?: Job): Promise<Job> {
  const path = to ? api(`imports/${at(to.id)}/files`, { file: name, more: how.more }) : api('imports', { file: name, ...how });
  return post<Job>(path, undefined, { file: content, fileType: fileType(name) });
}
