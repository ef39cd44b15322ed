import type { Finding, Lint, LintContext } from './lint.ts';
import { dayOf, sizeOf, testKey } from './lint.ts';
import type { ModelRecord } from '../schema.ts';

/** Siblings: sizes at least this far apart, released within so many days, and a drop of so much. */
const FACTOR = 1.5;
const DAYS = 60;
const DROP = 0.12;
/** Tests on which larger models are known to do worse: they repeat what many people wrongly believe. */
const INVERSE: ReadonlySet<string> = new Set(['truthfulqa']);

export const jumpAgainstFamily: Lint = {
  id: 'jump-against-family',
  severity: 'warning',
  group: 'scores',
  title: 'The larger of two siblings scores no lower.',
  why: 'Within one family, released together and tested in the same way, more weights mean higher scores, but for a few points of noise. A large drop is mostly a value from the row or column beside, or another way of testing.',
  example: {
    wrong: '7B: "value": 0.742, 14B of the same family: "value": 0.453',
    right: '7B: "value": 0.742, 14B of the same family: "value": 0.797',
  },
  check({ record }, context) {
    return record.scores.flatMap((score, i): Finding[] => {
      if (score.suspect !== undefined || score.note !== undefined) return [];
      if (INVERSE.has(score.benchmark)) return [];
      const sibling = higherSmaller(record, score, context);
      if (sibling === null) return [];
      return [
        {
          path: ['scores', i, 'value'],
          message: `${sibling.model.name}, a smaller model of the family, has ${sibling.value} on ${score.benchmark} (${score.protocol}); ${score.value} is much lower.`,
          mend: 'Check row and column in the source. If both values stand there, say in "note" what differs.',
        },
      ];
    });
  },
};

/** The highest of the counted values of smaller siblings, where it is far above this score. */
function higherSmaller(
  record: ModelRecord,
  score: ModelRecord['scores'][number],
  { measured }: LintContext,
) {
  const [size, day] = [sizeOf(record), dayOf(record)];
  if (size === null || day === null || record.derivedFrom !== null) return null;
  const values = measured.get(testKey(score)) ?? [];
  // One odd value of this model does no harm where another one is in line.
  const best = Math.max(
    ...values.filter(({ model }) => model.id === record.id).map(({ value }) => value),
  );
  const siblings = values.filter(
    (other) =>
      other.model.family === record.family &&
      other.model.stage === record.stage &&
      other.model.derivedFrom === null &&
      other.size !== null &&
      other.size * FACTOR <= size &&
      other.day !== null &&
      Math.abs(other.day - day) <= DAYS &&
      other.value - best > DROP,
  );
  siblings.sort((a, b) => b.value - a.value);
  return siblings[0] ?? null;
}
