import type { Path } from '../jsonText.ts';
import type { Finding, Lint } from './lint.ts';

export const keyOrder: Lint = {
  id: 'key-order',
  severity: 'warning',
  group: 'form',
  title: 'Fields stand in the order of the schema.',
  why: 'Where every record has one order, a change shows as the lines that changed, and two records can be laid side by side.',
  example: {
    wrong: '{ "name": "Small 1B", "id": "small-1b", … }',
    right: '{ "id": "small-1b", "name": "Small 1B", … }',
  },
  check({ record, raw }) {
    const isNamed = raw !== null && typeof raw === 'object' && '$schema' in raw;
    const sorted = isNamed ? { $schema: null, ...record } : record;
    const first = firstOutOfOrder(raw, sorted, []);
    return first === null ? [] : [first];
  },
};

/** Compares a value with the same value as the schema orders it. */
function firstOutOfOrder(raw: unknown, sorted: unknown, path: Path): Finding | null {
  if (raw === null || typeof raw !== 'object' || sorted === null || typeof sorted !== 'object')
    return null;
  const [own, right] = [Object.keys(raw), Object.keys(sorted)];
  const i = own.findIndex((key, index) => key !== right[index]);
  if (i >= 0) {
    return {
      path: [...path, own[i] as string],
      message: `"${own[i]}" stands where "${right[i]}" belongs.`,
      mend: 'Run npm run check -- --fix, which sorts the fields.',
    };
  }
  for (const [index, key] of own.entries()) {
    const inner = firstOutOfOrder(
      (raw as Record<string, unknown>)[key],
      (sorted as Record<string, unknown>)[key],
      [...path, Array.isArray(raw) ? index : key],
    );
    if (inner !== null) return inner;
  }
  return null;
}
