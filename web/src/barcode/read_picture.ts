// Barcodes of a picture that was photographed, saved from a screen or pasted. Nothing of it leaves this machine; what was
// read is asked of the service, which knows what a package code is.

import { api, get } from '../api/service';
import { asProblem, type Problem } from '../api/problem';
import type { PackageReading } from '../api/shapes';

export type Fault = 'too_large' | 'no_picture' | 'no_reader' | 'too_long';
export type Found = { texts: string[] } | { fault: Fault; words?: string };

export interface Barcode {
  /** As it is typed: bracketed, where it is of GS1. */
  text: string;
  /** Why it is no package code. */
  problem: Problem | null;
}

export class Unread extends Error {
  constructor(
    readonly fault: Fault,
    words = ''
  ) {
    super(words);
  }
}

const LONGEST_MS = 40_000;

function textsOf(picture: File): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module' });
    const timer = setTimeout(() => end(() => reject(new Unread('too_long'))), LONGEST_MS);
    const end = (then: () => void) => {
      clearTimeout(timer);
      worker.terminate();
      then();
    };
    worker.onmessage = ({ data }: MessageEvent<Found>) =>
      end(() => ('texts' in data ? resolve(data.texts) : reject(new Unread(data.fault, data.words))));
    worker.onerror = ({ message }) => end(() => reject(new Unread('no_reader', message)));
    worker.postMessage(picture);
  });
}

const CONTROL = /[\u0000-\u001f]/g;

async function asked(text: string): Promise<Barcode> {
  try {
    const { package: code } = await get<{ package: PackageReading }>(api('marks/package', { text }), { quiet: true });
    return { text: code.bracketed, problem: null };
  } catch (thrown) {
    return { text: text.replace(CONTROL, ' '), problem: asProblem(thrown) };
  }
}

/** Package codes first. Throws Unread. */
export async function readPicture(picture: File): Promise<Barcode[]> {
  const barcodes = await Promise.all([...new Set(await textsOf(picture))].map(asked));
  // One code may be on a label in several symbols.
  const once = [...new Map(barcodes.map((one) => [one.text, one])).values()];
  return once.sort((a, b) => Number(!!a.problem) - Number(!!b.problem));
}
