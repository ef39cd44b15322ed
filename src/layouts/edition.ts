/** What the footer, the figures and the citation say about this edition of the data. */
import type { DatasetRecord } from '../lib/schema.ts';

const files = import.meta.glob<DatasetRecord>('../../data/dataset.json', {
  eager: true,
  import: 'default',
});
const dataset = Object.values(files)[0];

export const edition = {
  site: 'Densing Law Observatory',
  repository: 'https://github.com/densing-law/densing-law.github.io',
  version: dataset?.version ?? 'draft',
  asOf: dataset?.asOf ?? 'undated',
} as const;
