import type { Finding, Lint, LintContext } from './lint.ts';
import { dayOf, sizeOf, testKey } from './lint.ts';
import type { ModelRecord } from '../schema.ts';

/** Neighbours: models within this factor of size and so many days of release. */
const FACTOR = 1.8;
const DAYS = 365;
/** Fewest neighbours, and families among them. */
const LEAST = { models: 8, families: 5 };
/** Further from their median than this many times their usual distance from it, and than so much. */
const FAR = { spreads: 5, points: 0.2 };
/** And outside of all of them by this much. */
const OUTSIDE = 0.05;
/** A second value of the model on the benchmark, from another source, that is so near confirms it. */
const CONFIRMED = 0.08;

export const jumpAgainstSize: Lint = {
  id: 'jump-against-size',
  severity: 'warning',
  group: 'scores',
  title: 'A score is of the order of models of its size and time.',
  why: 'Models of one size and year lie near each other on one test. A value far from all of them may be a breakthrough; more often it is a value of another size, another test, or a digit astray.',
  example: {
    wrong: 'a 1B model of 2024: "benchmark": "mmlu", "value": 0.82',
    right: 'a 1B model of 2024: "benchmark": "mmlu", "value": 0.482',
  },
  check({ record }, context) {
    return record.scores.flatMap((score, i): Finding[] => {
      if (score.suspect !== undefined || score.note !== undefined) return [];
      const around = neighbours(record, score, context);
      if (around === null) return [];
      const { median, limit, low, high, count } = around;
      const isInside = score.value >= low - OUTSIDE && score.value <= high + OUTSIDE;
      if (isInside || Math.abs(score.value - median) <= limit) return [];
      if (record.scores.some((other) => confirms(other, score))) return [];
      const side = score.value > median ? 'above' : 'below';
      return [
        {
          path: ['scores', i, 'value'],
          message: `${score.value} on ${score.benchmark} (${score.protocol}) is far ${side} the ${count} models of like size and date; their median is ${Number(median.toPrecision(3))}.`,
          mend: 'Check row, column and size in the source. If the value stands there, say in "note" that you looked.',
        },
      ];
    });
  },
};

type Score = ModelRecord['scores'][number];

function confirms(other: Score, score: Score): boolean {
  return (
    other.benchmark === score.benchmark &&
    other.source !== score.source &&
    Math.abs(other.value - score.value) <= CONFIRMED
  );
}

function neighbours(record: ModelRecord, score: Score, { measured }: LintContext) {
  const [size, day] = [sizeOf(record), dayOf(record)];
  if (size === null || day === null) return null;
  const near = (measured.get(testKey(score)) ?? []).filter(
    (other) =>
      other.model.id !== record.id &&
      other.model.stage === record.stage &&
      other.size !== null &&
      Math.max(other.size / size, size / other.size) <= FACTOR &&
      other.day !== null &&
      Math.abs(other.day - day) <= DAYS,
  );
  const models = new Set(near.map(({ model }) => model.id)).size;
  const families = new Set(near.map(({ model }) => model.family)).size;
  if (models < LEAST.models || families < LEAST.families) return null;
  const values = near.map(({ value }) => value);
  const middle = medianOf(values);
  const spread = medianOf(values.map((value) => Math.abs(value - middle)));
  return {
    median: middle,
    limit: Math.max(FAR.points, FAR.spreads * spread),
    low: Math.min(...values),
    high: Math.max(...values),
    count: models,
  };
}

function medianOf(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]] as [
    number,
    number,
  ];
  return (low + high) / 2;
}
