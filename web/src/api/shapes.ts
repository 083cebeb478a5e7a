// The answers of the service, as docs/formats/answers.md tells them.

export type Right =
  | 'read_marks'
  | 'read_own'
  | 'read_all'
  | 'trace'
  | 'read_log'
  | 'read_reports'
  | 'read_fired_cases'
  | 'examine'
  | 'record_stock'
  | 'record_trade'
  | 'record_case'
  | 'license'
  | 'approve'
  | 'keep_register'
  | 'erase_person'
  | 'manage_accounts'
  | 'read_access_log';

export interface Who {
  simulated: boolean;
  signed_in: boolean;
  name: string;
  display_name: string;
  organisation: string;
  roles: string[];
  rights: Right[];
  csrf: string;
  stepped_up: boolean;
  must_change_password: boolean;
  second_factor: boolean;
}

export interface LotName {
  maker: string;
  number: string;
}

export interface Step {
  lot: LotName;
  from: string;
  to: string;
  rounds: number;
  on: string;
  kind: string;
  licence: string;
  package: string;
  corrected: number;
  certain: boolean;
  late: boolean;
  after_find: boolean;
  gap: string;
  records: number[];
}

export interface Age {
  years_least: number;
  years_most: number;
  years_expected: number;
}

export interface TraceReading {
  mark: string;
  maker: string;
  country: string;
  years: string;
  calibre: string;
  probability: number;
  confirmed: boolean;
  reasons: string[];
  sources: string[];
}

export interface TracedLot extends LotName {
  probability: number;
  fit: number;
  at_large: number;
  certain: boolean;
  calibre: string;
  made_on: string;
  channel: string;
  recipients: number;
  exclusivity: string;
  information_value: string;
  traceability: number;
  age: Age | null;
  recent: string;
  reasons: string[];
  records: number[];
}

export interface Holder {
  party: string;
  lot: LotName;
  rounds: number;
  probability: number;
  lawful: boolean;
  parts: { lot: LotName; passed: number; held: number; reachable: number; probability: number }[];
  reasons: string[];
  support: { kind: string; text: string; record: number }[];
  records: number[];
}

export interface Departure {
  kind: string;
  lot?: LotName;
  between: [string, string];
  on: string;
  rounds: number;
  probability: number;
  words: string;
  records: number[];
}

export interface Trace {
  simulated: boolean;
  words: string;
  readings: TraceReading[];
  lots: TracedLot[];
  lots_total: number;
  none_on_record: number;
  ruled_out: { lot: LotName; reason: string }[];
  ruled_out_total: number;
  line_of_supply: Step[];
  holders: Holder[];
  eliminated: { party: string; reason: string; records: number[] }[];
  left_lawful_hands: Departure[];
  leads: { kind: string; status: string; text: string; party?: string; caution: string; records: number[] }[];
  limits: { kind: string; text: string }[];
  would_narrow: { reading: string; lots_before: number; lots_after: number; words: string }[];
  age: Age | null;
  recent: boolean;
  recent_probability: number;
  recent_reference: string;
  register: { log_id: string; records: number; root_hash: string; simulated: boolean };
}

/** What explains the mix of a whole seizure. */
export interface SeizureAnswer {
  simulated: boolean;
  words: string;
  known: boolean;
  rounds: number;
  lines: number;
  explanations: { words: string; sources: string[]; share: number; log_likelihood: number; probability: number }[];
  sources: SeizureSource[];
  none_on_record: number;
  none: Record<string, number>;
  eliminated: { party: string; reason: string }[];
  holders_on_record: number;
  candidates: number;
  never_fitting: number;
  left: number;
  rows_unexplained: number[];
  limits: { kind: string; text: string }[];
  register: { log_id: string; records: number; root_hash: string; simulated: boolean };
}

export interface SeizureSource {
  party: string;
  probability: number;
  any_part: number;
  with_units: number;
  log_likelihood: number;
  held: number;
  ways: { way: string; years: string; probability: number }[];
  rounds_explained: number;
  rounds_not_explained: number;
  lines: { rows: number[]; count: number; chance: number; held: number }[];
  events: { kind: string; on: string; rounds: number; words: string; record: number }[];
}

export interface HeadstampReading {
  maker: string;
  country: string;
  code: string;
  years: string;
  calibre: string;
  probability: number;
  confirmed: boolean;
  case_maker_only: boolean;
  trust: string;
  reasons: string[];
  sources: string[];
}

export interface LotMarkReading {
  format: string;
  maker_symbol: string;
  years: number[];
  probability: number;
  parent: string;
  rounds: boolean;
  trust: string;
  reasons: string[];
  ambiguities: string[];
  sources: string[];
}

export interface CalibreReading {
  calibre: string;
  name: string;
  probability: number;
  exact: boolean;
  reasons: string[];
}

export interface PackageReading {
  key: string;
  gs1: boolean;
  bracketed: string;
}

export interface Regime {
  id: string;
  item: string;
  title: string;
}

export interface JudgedMarks {
  what: string;
  judgements: {
    regime: string;
    item: string;
    applies: boolean;
    satisfied: boolean;
    missing: string[];
    too_large: boolean;
    words: string;
    source: string;
  }[];
}

export interface Holding {
  lot: LotName;
  party: string;
  place: string;
  standing: string;
  rounds: number;
  packaged: number;
  reserved: number;
}

export interface Observation {
  on: string;
  words: string;
  record: number;
}

export interface LotCard {
  simulated: boolean;
  lot: LotName;
  product: string;
  calibre: string;
  item: string;
  unit: string;
  made_on: string;
  channel: string;
  kind: string;
  origin: string;
  headstamp: string;
  cartridge_marks: string;
  package_marks: string;
  marked: string;
  parent: string;
  balance: Record<string, number>;
  holdings: Holding[];
  line_of_supply: Step[];
  packages: string[];
  conditions: string[];
  observations: Observation[];
  exhibits: number[];
  duties: { duty: string; shown: boolean; words: string; records: number[] }[];
  traceability: { score: number; level: string; reasons: string[] };
  late: string[];
  /** Whether the account sees the whole lot, and not only its own part. */
  whole: boolean;
}

export interface HolderCard {
  simulated: boolean;
  party: string;
  name: string;
  country: string;
  kind: string;
  parent: string;
  units: string[];
  holdings: Holding[];
  licences: string[];
  open_investigations: string[];
  personal: Record<string, string>;
}

export interface PackageCard {
  simulated: boolean;
  code: string;
  level: string;
  sealed: boolean;
  parent: string;
  contains: string[];
  contents: Holding[];
  party: string;
  place: string;
  marks: string;
  line_of_supply: Step[];
  observations: Observation[];
  record: number;
  whole: boolean;
}

export interface EntryCard {
  simulated: boolean;
  number: number;
  kind: string;
  actor: string;
  acting_for: string;
  recorded_at: string;
  happened_on: string;
  basis: string;
  tables: string;
  salt: string;
  leaf_hash: string;
  line_of_supply: Step[];
  records: number[];
  /** Of a licence; else empty. */
  approval: '' | 'not_needed' | 'awaited' | 'approved' | 'refused';
  /** The record that approved or refused it; 0 while there is none. */
  decision: number;
  body: unknown;
}

/** One page of a list, with the cursor of the next. */
export interface Page<Item> {
  simulated: boolean;
  items: Item[];
  next: string | null;
}

export interface Form {
  name: string;
  summary: string;
  fields: { name: string; help: string; example: string; required: boolean }[];
}

/** An import as the service does it, in the background. */
/** Why a row or an event was refused, and where it stands. */
export interface JobFault {
  file: string;
  line: number;
  path: string;
  number: number;
  name: string;
  text: string;
}
export interface Job {
  id: string;
  state: 'gathering' | 'waiting' | 'running' | 'done' | 'refused' | 'failed';
  /** What the sender calls it; of several the first. */
  file: string;
  files: string[];
  by: string;
  at: string;
  bytes_done: number;
  bytes_total: number;
  rows: number;
  report: {
    kept: boolean;
    files: { path: string; recorded: number; skipped: number; refused: number; refused_path: string }[];
    errors: JobFault[];
  } | null;
  /** Why the whole file was refused. */
  refused: { number: number; name: string; text: string; field: string } | null;
  /** Where the refused rows are had; empty when there are none. */
  refused_rows: string;
}
export interface Jobs {
  items: Job[];
}

export interface Account {
  name: string;
  display_name: string;
  organisation: string;
  roles: string[];
  disabled: boolean;
  must_change_password: boolean;
  second_factor: boolean;
  sessions: number;
  version: number;
}
export interface GivenPassword {
  name: string;
  password: string;
  until: string;
}
export interface Token {
  number: number;
  name: string;
  account: string;
  rights: Right[];
  ends: string;
  lives: boolean;
}
export interface AccessEntry {
  number: number;
  at: string;
  who: string;
  organisation: string;
  what: string;
  object: string;
  case: string;
  change: string;
  refused: number;
  lots: number;
  holders: number;
}
