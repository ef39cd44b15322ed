import type { Lint, LintContext } from './lint.ts';
import { testKey } from './lint.ts';
import type { ModelRecord } from '../schema.ts';

/** Equal scores, and their share of the tests both models have, that make a copy. */
const LEAST = { equal: 3, share: 0.75 };

export const copiedRow: Lint = {
  id: 'copied-row',
  severity: 'warning',
  group: 'scores',
  title: 'Two models do not have the same scores.',
  why: 'Two models agree on one test now and then, on a whole row of them never. Either the row was copied from the model beside, or the two records are of the same weights.',
  example: {
    wrong: 'base and instruct with "mmlu": 0.742, "bbh": 0.704, "math": 0.498',
    right: 'base 0.742, 0.704, 0.498; instruct 0.745, 0.691, 0.755',
  },
  check({ record }, context) {
    const twin = twinOf(record, context);
    if (twin === null) return [];
    const { model, equal, first } = twin;
    return [
      {
        path: ['scores', first, 'value'],
        message: `${equal} scores are those of ${model.name} (${model.id}) to the last digit.`,
        mend: 'Check row and column. If both records are of the same weights, keep one and add the other id to "aliases".',
      },
    ];
  },
};

/** The other model with most equal scores, where they are enough for a copy. */
function twinOf(record: ModelRecord, { measured }: LintContext) {
  const found = new Map<ModelRecord, { equal: Set<string>; shared: Set<string>; first: number }>();
  record.scores.forEach((score, index) => {
    if (score.value === 0 || score.value === 1) return;
    for (const { model, value } of measured.get(testKey(score)) ?? []) {
      if (model.id === record.id) continue;
      const pair = found.get(model) ?? { equal: new Set(), shared: new Set(), first: -1 };
      found.set(model, pair);
      pair.shared.add(score.benchmark);
      if (value !== score.value) continue;
      if (pair.first < 0) pair.first = index;
      pair.equal.add(score.benchmark);
    }
  });
  const twins = [...found]
    .map(([model, { equal, shared, first }]) => ({
      model,
      equal: equal.size,
      shared: shared.size,
      first,
    }))
    .filter(({ equal, shared }) => equal >= LEAST.equal && equal >= LEAST.share * shared)
    .sort((a, b) => b.equal - a.equal || (a.model.id < b.model.id ? -1 : 1));
  return twins[0] ?? null;
}
