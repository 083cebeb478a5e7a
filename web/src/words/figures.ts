// Numbers, days, moments and countries as the chosen language writes them.

import { chosen, t } from './words.svelte';

const made = new Map<string, unknown>();

/** A formatter of the chosen language, made once. */
function of<T>(kind: string, make: (tag: string) => T): T {
  const key = `${chosen.tag} ${kind}`;
  if (!made.has(key)) made.set(key, make(chosen.tag));
  return made.get(key) as T;
}

export const number = (value: number, digits = 0): string =>
  of(`n${digits}`, (tag) => new Intl.NumberFormat(tag, { maximumFractionDigits: digits })).format(value);

/** A probability; what is small and not nought is not shown as nought. */
export function percent(value: number): string {
  const digits = value > 0 && value < 0.095 ? 1 : 0;
  const shown = (part: number) =>
    of(`p${digits}`, (tag) => new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: digits })).format(part);
  if (value > 0 && value < 0.001) return `< ${shown(0.001)}`;
  return shown(value > 0.99 && value < 1 ? 0.99 : value);
}

const dayForms: Intl.DateTimeFormatOptions[] = [
  { year: 'numeric' },
  { year: 'numeric', month: 'short' },
  { year: 'numeric', month: 'short', day: 'numeric' }
];

/** `2019-05-01`, `2019-05`, `2019` or `FROM/TO`. */
export function day(text: string): string {
  if (text.includes('/')) {
    const [from = '', to = ''] = text.split('/');
    return t('figures.from_to', { from: day(from), to: day(to) });
  }
  const parts = text.split('-');
  const form = dayForms[parts.length - 1];
  if (!form || !/^\d{4}(-\d{2}){0,2}$/.test(text)) return text;
  const [year, month = 1, date = 1] = parts.map(Number) as [number, number?, number?];
  return of(`d${parts.length}`, (tag) => new Intl.DateTimeFormat(tag, { ...form, timeZone: 'UTC' })).format(
    Date.UTC(year, month - 1, date)
  );
}

/** `2026-11-23T11:25:08Z`, in the person's own time. */
export function moment(text: string): string {
  const at = Date.parse(text);
  if (Number.isNaN(at)) return text;
  return of('m', (tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'medium' })).format(at);
}

/** ISO 3166 alpha-2; anything else stays as it is. */
export function country(code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return of('c', (tag) => new Intl.DisplayNames(tag, { type: 'region', fallback: 'code' })).of(code) ?? code;
}

export const bytes = (count: number): string =>
  count < 1e6
    ? t('figures.kilobytes', { count: number(count / 1e3, 1) })
    : t('figures.megabytes', { count: number(count / 1e6, 1) });
