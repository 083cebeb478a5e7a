// The lists of the register: where each is asked for, by what it can be narrowed, and what its rows say.

import type { Key } from '../words/words.svelte';

export type Item = Record<string, unknown>;

export interface Column {
  /** Member of an item. */
  member: string;
  title: Key;
  as:
    | 'text'
    | 'code'
    | 'rounds'
    | 'day'
    | 'country'
    | 'party'
    | 'lot'
    | 'package'
    | 'record'
    | 'act'
    | 'kind'
    | 'level'
    | 'yes'
    | 'channel';
}

export interface List {
  name: 'lots' | 'holders' | 'packages' | 'movements' | 'records';
  title: Key;
  filters: { name: string; title: Key; choices?: Choices }[];
  columns: Column[];
}

/** Words of a fixed set, to be chosen from. */
export interface Choices {
  set: string;
  codes: string[];
}

const PARTY_KINDS: Choices = {
  set: 'kind',
  codes: [
    'manufacturer',
    'importer',
    'dealer',
    'force',
    'unit',
    'authority',
    'court',
    'laboratory',
    'carrier',
    'club',
    'company',
    'person'
  ]
};
const LEVELS: Choices = { set: 'package_level', codes: ['box', 'case', 'pallet'] };

export const lists: List[] = [
  {
    name: 'lots',
    title: 'register.lots',
    filters: [
      { name: 'maker', title: 'register.maker' },
      { name: 'number', title: 'register.number' },
      { name: 'calibre', title: 'trace.calibre' },
      { name: 'holder', title: 'register.holder' }
    ],
    columns: [
      { member: 'number', title: 'register.number', as: 'lot' },
      { member: 'maker', title: 'register.maker', as: 'party' },
      { member: 'product', title: 'register.product', as: 'text' },
      { member: 'calibre', title: 'trace.calibre', as: 'text' },
      { member: 'made_on', title: 'register.made_on', as: 'day' },
      { member: 'channel', title: 'register.channel', as: 'channel' },
      { member: 'entered', title: 'register.entered', as: 'rounds' },
      { member: 'held', title: 'register.held', as: 'rounds' }
    ]
  },
  {
    name: 'holders',
    title: 'register.holders',
    filters: [
      { name: 'code', title: 'register.code' },
      { name: 'name', title: 'register.name' },
      { name: 'kind', title: 'register.kind', choices: PARTY_KINDS },
      { name: 'country', title: 'map.country' }
    ],
    columns: [
      { member: 'party', title: 'register.code', as: 'party' },
      { member: 'name', title: 'register.name', as: 'text' },
      { member: 'kind', title: 'register.kind', as: 'kind' },
      { member: 'country', title: 'map.country', as: 'country' }
    ]
  },
  {
    name: 'packages',
    title: 'register.packages',
    filters: [
      { name: 'code', title: 'register.code' },
      { name: 'holder', title: 'register.holder' },
      { name: 'level', title: 'register.level', choices: LEVELS }
    ],
    columns: [
      { member: 'code', title: 'register.code', as: 'package' },
      { member: 'level', title: 'register.level', as: 'level' },
      { member: 'party', title: 'register.holder', as: 'party' },
      { member: 'place', title: 'register.place', as: 'text' },
      { member: 'sealed', title: 'register.sealed', as: 'yes' }
    ]
  },
  {
    name: 'movements',
    title: 'register.movements',
    filters: [
      { name: 'maker', title: 'register.maker' },
      { name: 'number', title: 'register.number' },
      { name: 'holder', title: 'register.holder' }
    ],
    columns: [
      { member: 'on', title: 'steps.on', as: 'day' },
      { member: 'kind', title: 'steps.act', as: 'act' },
      { member: 'lot', title: 'steps.lot', as: 'lot' },
      { member: 'from', title: 'steps.from', as: 'party' },
      { member: 'to', title: 'steps.to', as: 'party' },
      { member: 'rounds', title: 'steps.rounds', as: 'rounds' },
      { member: 'records', title: 'register.record', as: 'record' }
    ]
  },
  {
    name: 'records',
    title: 'register.records',
    filters: [
      { name: 'kind', title: 'register.kind' },
      { name: 'actor', title: 'records.actor' }
    ],
    columns: [
      { member: 'number', title: 'register.record', as: 'record' },
      { member: 'kind', title: 'register.kind', as: 'kind' },
      { member: 'happened_on', title: 'steps.on', as: 'day' },
      { member: 'recorded_at', title: 'records.recorded', as: 'day' },
      { member: 'actor', title: 'records.actor', as: 'text' }
    ]
  }
];
