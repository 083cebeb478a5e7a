// What the service tells by itself: jobs as they go on, alerts as they come. One stream for the whole page, open while
// anybody listens.

import { api } from './service';

type Kind = 'job' | 'alert' | 'record';
type Listener = (data: unknown) => void;

const listeners = new Map<Kind, Set<Listener>>();
let stream: EventSource | null = null;

function hear(kind: Kind) {
  stream?.addEventListener(kind, (event) => {
    const data: unknown = JSON.parse((event as MessageEvent<string>).data);
    listeners.get(kind)?.forEach((listener) => listener(data));
  });
}

/** Listens until the function that comes back is called. */
export function listen(kind: Kind, listener: Listener): () => void {
  if (!stream) {
    stream = new EventSource(api('events'));
    for (const known of listeners.keys()) hear(known);
  }
  if (!listeners.has(kind)) {
    listeners.set(kind, new Set());
    hear(kind);
  }
  listeners.get(kind)!.add(listener);
  return () => {
    listeners.get(kind)?.delete(listener);
    if ([...listeners.values()].some((some) => some.size)) return;
    stream?.close();
    stream = null;
  };
}

/** An import tells many at once: one look after them does. */
const PAUSE_MS = 400;

/** Acts once it is calm again after events that `hear` says yes to. Until the function that comes back is called. */
export function listenCalmly(kind: Kind, hear: (data: unknown) => boolean, act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const stop = listen(kind, (data) => {
    if (!hear(data)) return;
    clearTimeout(timer);
    timer = setTimeout(act, PAUSE_MS);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
