// A whole seizure as it is sent to the service.

import { writeCsv } from '../register/csv';
import { cellsOf, isFilled, type Seizure } from './seizure';

/** Its rows as a file, and what is known of the find. */
export const sentOf = ({ rows, ...find }: Seizure) => ({
  file: new Blob([writeCsv(cellsOf(rows.filter(isFilled)))], { type: 'text/csv' }),
  find
});
