// A report as the service gives it: some words, tables under names of their own, constants and limits.

export interface Report {
  report: string;
  words: string;
  constants: { name: string; value: unknown; reason: string }[];
  limits: string[];
  register: { log_id: string; records: number; root_hash: string };
}
export type Row = Record<string, unknown>;

const APART = new Set(['constants', 'limits']);

/** The report's own tables, in the order in which it tells them. */
export const tablesOf = (report: Report): [string, Row[]][] =>
  Object.entries(report).filter((pair): pair is [string, Row[]] => Array.isArray(pair[1]) && !APART.has(pair[0]));

/** Members that hold a share of one, to be shown in per cent. */
export const isShare = (name: string): boolean => name === 'probability' || /^share_|_share$/.test(name);
