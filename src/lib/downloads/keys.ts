/** What names a row of each download, and which fields point into another table. */

export interface TableKeys {
  /** Fields that together name a row. */
  primary: readonly string[];
  foreign: readonly ForeignKey[];
}

export interface ForeignKey {
  fields: readonly string[];
  table: string;
  /** The fields of that table which they name, in the same order. */
  target: readonly string[];
}

const model: ForeignKey = { fields: ['model'], table: 'models', target: ['model'] };
const protocol: ForeignKey = {
  fields: ['benchmark', 'protocol'],
  table: 'benchmarks',
  target: ['benchmark', 'protocol'],
};

/** By the table's id. Every table that is offered is here; a test holds the rows to it. */
export const tableKeys: Readonly<Record<string, TableKeys>> = {
  models: { primary: ['model'], foreign: [] },
  scores: { primary: ['model', 'row'], foreign: [model, protocol] },
  densities: { primary: ['model', 'panel'], foreign: [model] },
  'benchmark-densities': { primary: ['model', 'panel', 'benchmark'], foreign: [model] },
  excluded: { primary: ['model', 'panel'], foreign: [model] },
  trends: { primary: ['panel', 'window', 'estimator'], foreign: [] },
  ruler: { primary: ['panel', 'ruler', 'benchmark'], foreign: [] },
  'ruler-points': { primary: ['panel', 'benchmark', 'model'], foreign: [model] },
  benchmarks: { primary: ['benchmark', 'protocol'], foreign: [] },
  ledger: { primary: ['kind', 'model', 'row'], foreign: [model] },
  missing: { primary: ['rank'], foreign: [model] },
};
