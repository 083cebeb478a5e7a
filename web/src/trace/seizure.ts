// The marks of a whole seizure as a table, and as the file that the service takes (docs/formats/seizure_file.md).

import type { SeizureAnswer } from '../api/shapes';

export const COLUMNS = ['headstamp', 'calibre', 'colours', 'lot_mark', 'year', 'package', 'count', 'fired'] as const;
export type Column = (typeof COLUMNS)[number];
export type Row = Record<Column, string>;

export const EMPTY_ROW: Row = {
  headstamp: '',
  calibre: '',
  colours: '',
  lot_mark: '',
  year: '',
  package: '',
  count: '',
  fired: ''
};

/** Columns of a file that belong to the find, not to a row; `basis` is for the reader alone. */
const OF_THE_FIND = ['found_on', 'found_in'] as const;
const ASIDE = 'basis';

export interface Seizure {
  rows: Row[];
  found_on: string;
  found_in: string;
  as_of: string;
  as_known_on: string;
}
export const EMPTY_SEIZURE: Seizure = { rows: [EMPTY_ROW], found_on: '', found_in: '', as_of: '', as_known_on: '' };

/** What a kept answer answers to. */
export interface Answered {
  answer: SeizureAnswer | null;
  asked: Seizure;
}

export const isFilled = (row: Row): boolean => COLUMNS.some((column) => row[column].trim() !== '');
export const hasRows = (seizure: Seizure): boolean => seizure.rows.some((row) => row.count.trim() !== '');
/** Rounds in all, as far as the counts are numbers. */
export const roundsOf = (rows: Row[]): number =>
  rows.reduce((sum, { count }) => sum + (/^\d+$/.test(count.trim()) ? Number(count) : 0), 0);

export interface Taken {
  rows: Row[];
  found_on: string;
  found_in: string;
  /** Columns that a seizure file does not have: then nothing was taken. */
  unknown: string[];
  /** Columns of the find that not every row tells alike: then nothing was taken. */
  unlike: string[];
}

/** `no` and nothing are the same: live rounds. */
const cellOf = (column: Column, text: string): string =>
  column === 'fired' && text.trim().toLowerCase() === 'no' ? '' : text.trim();

/**
 * Rows of a file or of a spreadsheet. A first row that names `count` or a mark is the header; without one the cells
 * stand in the order of COLUMNS, beginning at `from`.
 */
export function takeRows(cells: string[][], from: Column = 'headstamp'): Taken {
  const named = (cells[0] ?? []).map((name) => name.trim().toLowerCase());
  const has_header = named.some((name) => (COLUMNS as readonly string[]).includes(name));
  const columns: string[] = has_header ? named : COLUMNS.slice(COLUMNS.indexOf(from));
  const told = (has_header ? cells.slice(1) : cells).filter((row) => row.some((cell) => cell.trim()));
  const taken: Taken = { rows: [], found_on: '', found_in: '', unknown: [], unlike: [] };
  const known = [...COLUMNS, ...OF_THE_FIND, ASIDE] as readonly string[];
  taken.unknown = columns.filter((name) => !known.includes(name));
  for (const name of OF_THE_FIND) {
    const values = new Set(told.map((row) => row[columns.indexOf(name)]?.trim() ?? '').filter(Boolean));
    if (values.size > 1) taken.unlike.push(name);
    taken[name] = [...values][0] ?? '';
  }
  if (taken.unknown.length || taken.unlike.length) return taken;
  taken.rows = told.map((row) => {
    const filled = { ...EMPTY_ROW };
    for (const column of COLUMNS) {
      const at = columns.indexOf(column);
      if (at >= 0) filled[column] = cellOf(column, row[at] ?? '');
    }
    return filled;
  });
  return taken;
}

export const cellsOf = (rows: Row[]): string[][] => [
  [...COLUMNS],
  ...rows.map((row) => COLUMNS.map((column) => row[column].trim()))
];

/** The row, from 0, that a refusal of the file is about: "the file:4: ..." tells the line, the first being the header. */
export const rowAtFault = (detail: string): number => {
  const line = /:(\d+): /.exec(detail)?.[1];
  return line ? Number(line) - 2 : -1;
};
