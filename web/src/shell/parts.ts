// The parts of the page, in the order of the navigation, each with the rights of which one opens it.

import type { Right, Who } from '../api/shapes';
import type { Key } from '../words/words.svelte';

export interface Part {
  name: 'overview' | 'trace' | 'register' | 'marks' | 'reports' | 'ballistics' | 'administration';
  title: Key;
  rights: Right[];
}

export const parts: Part[] = [
  { name: 'trace', title: 'trace.title', rights: ['trace'] },
  { name: 'register', title: 'register.title', rights: ['read_own', 'read_all'] },
  { name: 'marks', title: 'marks.title', rights: ['read_marks'] },
  { name: 'reports', title: 'reports.title', rights: ['read_reports'] },
  { name: 'ballistics', title: 'ballistics.title', rights: ['read_fired_cases'] },
  {
    name: 'overview',
    title: 'overview.title',
    rights: ['trace', 'record_stock', 'record_trade', 'record_case', 'read_reports', 'examine']
  },
  { name: 'administration', title: 'administration.title', rights: ['manage_accounts', 'read_access_log'] }
];

export const partsFor = (who: Who | null): Part[] =>
  who?.signed_in && !who.must_change_password
    ? parts.filter((part) => part.rights.some((right) => who.rights.includes(right)))
    : [];
