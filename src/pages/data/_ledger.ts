/** The ledger, made once for all of its pages. */
import { data, observatory } from '../../build/results.ts';
import { makeLedger } from '../../lib/ledger/ledger.ts';

export const ledger = makeLedger(data, observatory);
