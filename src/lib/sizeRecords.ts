/** The largest models of their day: every model with more parameters than any released before it. */
import type { ModelRecord } from './schema.ts';

export interface SizeRecord {
  id: string;
  name: string;
  released: string;
  parameters: number;
  /** Whether only a part of its weights works on each token. */
  isMixture: boolean;
}

/**
 * Base models on record that were larger than all earlier ones, in order of release. Models whose
 * makers keep their size to themselves cannot be among them.
 */
export function sizeRecords(models: readonly ModelRecord[]): SizeRecord[] {
  const sized = models
    .flatMap(({ id, name, stage, released, parameters }) =>
      stage === 'base' && released && parameters
        ? {
            id,
            name,
            released: released.date,
            parameters: parameters.total,
            isMixture: parameters.active < parameters.total,
          }
        : [],
    )
    .sort(
      (a, b) =>
        compare(a.released, b.released) || b.parameters - a.parameters || compare(a.id, b.id),
    );
  let largest = 0;
  return sized.filter(({ parameters }) => {
    const isRecord = parameters > largest;
    if (isRecord) largest = parameters;
    return isRecord;
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
