// What stands where a party is named: its code, or the words for what is in its place ("production", "stolen").

import { knows, word } from '../words/words.svelte';

export const isParty = (name: string): boolean => name !== '' && !knows('stand', name);
export const partyText = (name: string): string => (isParty(name) ? name : word('stand', name));
