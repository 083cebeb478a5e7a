// Shapes of what the API answers about scans of fired cases, as far as the page uses them.

export interface ScanItem {
  scan: number;
  source: string;
  mark: string;
  file: string;
  instrument: string;
}
export type ScanCard = Record<string, unknown>;

/** What came of files that were taken onto the register. */
export interface Enrolled {
  simulated: boolean;
  scans: {
    file: string;
    outcome: 'enrolled' | 'known' | 'remade' | 'unsuitable' | 'refused';
    record: number;
    findings: string[];
    unsuitable: string;
  }[];
}

export interface Calibrator {
  name: string;
  sha256: string;
  population: string;
  simulated: boolean;
  score_version: string;
  mark: string;
  firearms: number;
  pairs_same: number;
  pairs_different: number;
  cap_lower: number;
  cap_upper: number;
}
export interface Calibrators {
  items: { shipped: boolean; calibrator: Calibrator }[];
}

export interface Searched {
  simulated: boolean;
  search: number;
  scan: number;
  searched: number;
  compared: number;
  sources: {
    rank: number;
    source_kind: string;
    words: string;
    scan: number;
    score: number;
    llr: number | null;
    llr_reason: string;
    llr_words: string;
    cells_congruent: number;
    reasons: string[];
  }[];
  warnings: { sign: string; kind: string; figure: number }[];
}

export interface Compared {
  mark: string;
  score_version: string;
  score: number;
  cells_congruent: number;
  cells_compared: number;
  overlap_share: number;
  correlation: number;
  a_from_b: { rotation_deg: number; tx_um: number; ty_um: number };
  llr: number | null;
  llr_low: number | null;
  llr_high: number | null;
  llr_words: string;
  llr_reason: string;
  calibrator: Calibrator | null;
}

export interface Lead {
  lead: number;
  withdrawn: boolean;
  withheld: boolean;
  search: number;
  rank: number;
  reviewer: string;
  chosen_on: string;
  questioned: { scan: number; source: string };
  candidate: { scan: number; source: string };
  examining_blind: string[];
  score: number | null;
  llr: number | null;
  llr_reason: string;
  conclusions: { record: number; level: string; examiner: string; organisation: string; before_lr: boolean; on: string }[];
}
