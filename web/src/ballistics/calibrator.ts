// By which calibrator scores become likelihood ratios, for as long as one is signed in: here chosen, there asked for.

import { draft } from '../session/draft.svelte';

/** As the API names it: a hash, `none`, or nothing for the shipped one of the mark. REQUIRES a call while a component is made. */
export const calibratorChosen = () => draft('calibrator', { sha256: '' });
export const SCORES_ALONE = 'none';
