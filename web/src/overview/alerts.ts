// What is worth a word to those on duty, as the register has it: the newest records of losses, thefts, stocks that differ,
// finds, diversions and incidents; and what the reports that look for patterns raise.

import { api, get } from '../api/service';
import type { EntryCard, Page } from '../api/shapes';
import type { Report, Row } from '../reports/report';

export interface Alert {
  number: number;
  kind: string;
  happened_on: string;
  recorded_at: string;
  acting_for: string;
}

export const alertsFrom = (cursor: string, limit: number) =>
  get<Page<Alert>>(api('records', { alerts: 'yes', cursor, limit }), { quiet: true });

/** What a record of a kind says of itself, as far as an alert tells it. */
export interface Said {
  case_number?: string;
  count?: number;
  kind?: string;
  place?: string;
  country?: string;
  marks?: Record<string, string>;
  counts?: { book: number; counted: number }[];
  link?: number;
  report?: string;
}
export const saidBy = (card: EntryCard): Said => (card.body as { what?: Said }).what ?? {};

/** Reports whose rows may be alerts, each with the table they stand in and which of its rows are. */
export const RAISING: { report: string; table: string; raised: (row: Row) => boolean }[] = [
  { report: 'depots', table: 'holders', raised: ({ level }) => level !== 'none' },
  { report: 'small_consignments', table: 'alerts', raised: () => true },
  { report: 'unlicensed_sales', table: 'sellers', raised: ({ flagged }) => flagged === 'yes' }
];
export const askReport = (name: string, asked: Record<string, string> = {}) => get<Report>(api(`reports/${name}`, asked));
export const rowsOf = (report: Report, table: string): Row[] =>
  ((report as unknown as Record<string, unknown>)[table] as Row[]) ?? [];
