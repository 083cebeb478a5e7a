// The page's texts, from message files. A language is one file in messages/: its direction and name stand in it, so
// that another needs no code. What a file lacks is said in English.

import IntlMessageFormat from 'intl-messageformat';
import languages from 'virtual:languages';
import english from '../messages/en.json';

type Messages = Omit<typeof english, 'language'>;
export type Key = keyof Messages;
type Values = Record<string, string | number | boolean | Date>;

const KEPT = 'lotline.language';
const files = import.meta.glob<{ default: Record<string, unknown> }>('../messages/*.json');
const tagOf = (file: string) => file.slice(file.lastIndexOf('/') + 1, -'.json'.length);

export const chosen = $state<{ tag: string }>({ tag: 'en' });
let messages = $state.raw<Record<string, unknown>>(english);
const formats = new Map<string, IntlMessageFormat>();

function preferred(): string {
  const offered = languages.map(({ tag }) => tag);
  const wishes = [localStorage.getItem(KEPT), ...navigator.languages.map((tag) => tag.split('-')[0])];
  return wishes.find((tag): tag is string => !!tag && offered.includes(tag)) ?? 'en';
}

/** Loads a language, the remembered or the browser's own when none is named, and turns the page its way. */
export async function chooseLanguage(tag?: string): Promise<void> {
  if (tag) localStorage.setItem(KEPT, tag);
  const wanted = tag ?? preferred();
  const file = Object.keys(files).find((name) => tagOf(name) === wanted)!;
  messages = { ...english, ...(await files[file]!()).default };
  formats.clear();
  chosen.tag = wanted;
  document.documentElement.lang = wanted;
  document.documentElement.dir = languages.find((one) => one.tag === wanted)!.direction;
}

function say(key: string, values?: Values): string {
  const text = messages[key];
  if (typeof text !== 'string') return key;
  if (!values && !text.includes("'") && !text.includes('{')) return text;
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new IntlMessageFormat(text, chosen.tag)));
  return String(format.format(values));
}

export const t = (key: Key, values?: Values): string => say(key, values);

/** Whether a message tells this word of a set. */
export const knows = (set: string, code: string): boolean => `${set}.${code}` in messages;

/** A word of a fixed set, as `standing` `in_transit`; one that no message tells is shown as the service says it. */
export function word(set: string, code: string): string {
  return knows(set, code) ? say(`${set}.${code}`) : code.replaceAll('_', ' ');
}
