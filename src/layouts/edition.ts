/** What the footer, the figures and the citation say about this edition of the data. */
import { data, dataVersion } from '../build/results.ts';

export const edition = {
  site: 'Densing Law Observatory',
  repository: 'https://github.com/densing-law/densing-law.github.io',
  /** Date of the data and first digits of their hash, as every figure carries it. */
  version: dataVersion,
  /** Last day on which data were gathered, YYYY-MM-DD. */
  asOf: data.dataset.asOf,
} as const;
