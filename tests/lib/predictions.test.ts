import { describe, expect, it } from 'vitest';
import { compute } from '../../src/lib/compute.ts';
import type { Data } from '../../src/lib/data.ts';
import {
  doublingQuantiles,
  forecast,
  simulateFutures,
} from '../../src/lib/predictions/forecast.ts';
import { matchesAtSize } from '../../src/lib/predictions/scoresAtSize.ts';
import {
  brierScore,
  logScore,
  resolvePrediction,
  resolvePredictions,
  scoreForecasts,
} from '../../src/lib/predictions/predictions.ts';
import type { ModelRecord } from '../../src/lib/schema.ts';
import type { PredictionRecord, Resolver } from '../../src/lib/schemaPredictions.ts';
import { emptyContext, noisyModels, wholeData } from '../fixtures/claims.ts';
import { madeUpModel } from '../fixtures/synthetic.ts';

function predict(resolver: Resolver, change: Partial<PredictionRecord> = {}): PredictionRecord {
  return {
    id: 'p',
    kind: 'talk',
    label: 'P',
    title: 'Made up',
    statement: 'It will happen.',
    reading: 'As it says.',
    made: '2024-12-21',
    deadline: '2025-12-31',
    source: null,
    seenIn: 'nowhere',
    resolver,
    settledBy: 'A datum.',
    probability: null,
    frozen: null,
    notes: [],
    ...change,
  };
}

type Scores = Record<string, number>;

/** An instruct model of 7B with some scores under one protocol. */
function scored(id: string, date: string, scores: Scores, change: Partial<ModelRecord> = {}) {
  const model = madeUpModel({ id, day: 0, parameters: 7e9, density: 1, stage: 'instruct' });
  const [row] = model.scores as [ModelRecord['scores'][number]];
  const source = 'https://example.org';
  return {
    ...model,
    released: { date, precision: 'day' as const, source },
    scores: Object.entries(scores).map(([name, value]) => {
      const [benchmark = name, protocol = 'plain'] = name.split('/');
      return { ...row, benchmark, protocol, value };
    }),
    ...change,
  };
}

const sizeRule: Extract<Resolver, { kind: 'scores-at-size' }> = {
  kind: 'scores-at-size',
  most: 8e9,
  yardstick: 'yardstick',
  stages: ['base', 'instruct', 'reasoning'],
  tests: ['a', 'b', 'c'].map((benchmark) => ({ benchmark, protocol: 'plain' })),
  least: 2,
  oneOf: [],
  beside: [{ benchmark: 'd', protocol: 'plain' }],
  thinking: false,
  from: null,
};
const yardstick = scored(
  'yardstick',
  '2023-03-14',
  { a: 0.6, b: 0.6, c: 0.6, d: 0.9 },
  { parameters: null, openWeights: false },
);

function resolve(
  models: readonly ModelRecord[],
  change: Partial<typeof sizeRule> = {},
  asOf = '2026-11-23',
) {
  const data = { ...wholeData([]), models: [yardstick, ...models] } as Data;
  return resolvePrediction(data, predict({ ...sizeRule, ...change }), asOf);
}

describe('scores at a size', () => {
  it('are met on the day of the first model that does as well on average', () => {
    const found = resolve([
      scored('weak', '2025-01-01', { a: 0.7, b: 0.4, c: 0.5 }),
      scored('later', '2025-06-01', { a: 0.9, b: 0.9 }),
      scored('first', '2025-03-01', { a: 0.9, b: 0.5, d: 0.5 }),
    ]);
    expect(found).toMatchObject({ status: 'met', on: '2025-03-01', by: { id: 'first' } });
    expect(found.evidence).toContain('10.0 points above'); // (0.3 − 0.1) / 2
  });

  it('are missed after the deadline and open before it', () => {
    const weak = [scored('weak', '2025-01-01', { a: 0.5, b: 0.6 })];
    expect(resolve(weak)).toMatchObject({ status: 'missed', on: '2025-12-31', by: null });
    expect(resolve(weak, {}, '2025-12-31')).toMatchObject({
      status: 'open',
      settledBy: 'A datum.',
    });
    expect(resolve(weak).evidence).toContain('5.0 points below');
  });

  it('cannot be judged after the deadline where nothing is comparable', () => {
    expect(resolve([]).status).toBe('cannot be judged');
    expect(resolve([], {}, '2025-06-01').status).toBe('open');
    expect(resolve([scored('one', '2025-01-01', { a: 0.9 })]).status).toBe('cannot be judged');
    expect(resolve([], { yardstick: 'nobody' }).evidence).toContain('"nobody"');
  });

  it.each<[string, ReturnType<typeof scored>]>([
    [
      'larger',
      scored(
        'm',
        '2025-01-01',
        { a: 1, b: 1 },
        {
          parameters: {
            ...madeUpModel({ id: 'x', day: 0, parameters: 9e9, density: 1 }).parameters!,
          },
        },
      ),
    ],
    ['closed', scored('m', '2025-01-01', { a: 1, b: 1 }, { openWeights: false })],
    ['released too late', scored('m', '2026-01-01', { a: 1, b: 1 })],
    ['without a day', scored('m', '2025-01-01', { a: 1, b: 1 }, { released: null })],
    ['of another stage', scored('m', '2025-01-01', { a: 1, b: 1 }, { stage: 'base' })],
    ['measured by another protocol', scored('m', '2025-01-01', { 'a/other': 1, 'b/other': 1 })],
  ])('do not count a model that is %s', (_, model) => {
    expect(resolve([model], { stages: ['instruct'] }).status).not.toBe('met');
  });

  it('ask for one of the tests of knowledge where the record does', () => {
    const skilled = scored('m', '2025-01-01', { a: 0.9, b: 0.9 });
    expect(resolve([skilled], { oneOf: ['c'] }).status).not.toBe('met');
    expect(resolve([skilled], { oneOf: ['b'] }).status).toBe('met');
  });

  it('count thinking only where the record does, and hybrids without it', () => {
    const thinker = scored(
      'm',
      '2025-01-01',
      { 'a/thinking': 0.9, 'b/thinking': 0.9 },
      { stage: 'reasoning' },
    );
    expect(resolve([thinker]).status).not.toBe('met');
    expect(resolve([thinker], { thinking: true })).toMatchObject({
      status: 'met',
      on: '2025-01-01',
    });
    const unlabelled = scored('m', '2025-01-01', { a: 0.9, b: 0.9 }, { stage: 'reasoning' });
    expect(resolve([unlabelled]).status).not.toBe('met');
    const hybrid = scored(
      'm',
      '2025-01-01',
      { a: 0.9, b: 0.9, 'c/thinking': 0.9 },
      { stage: 'reasoning' },
    );
    expect(resolve([hybrid]).status).toBe('met');
  });

  it('take one run told under both names for thinking', () => {
    const twice = scored(
      'm',
      '2025-01-01',
      { a: 0.9, 'a/thinking': 0.9, b: 0.9, 'b/thinking': 0.9 },
      { stage: 'reasoning' },
    );
    expect(resolve([twice]).status).not.toBe('met');
    expect(resolve([twice], { thinking: true }).status).toBe('met');
  });

  it('show the other readings and what was met before it was predicted', () => {
    const found = resolve([scored('early', '2024-06-01', { a: 0.9, b: 0.5, c: 0.5 })]);
    expect(found.evidence).toContain('before the prediction was made');
    expect(found.rows).toHaveLength(6);
    const first = (reading: string) => found.rows.find((row) => row['reading'] === reading)?.['on'];
    expect(first('on average')).toBe('2024-06-01');
    expect(first('on most tests')).toBeNull();
  });
});

describe('matchesAtSize', () => {
  const matches = (models: readonly ModelRecord[], until = '2025-12-31') =>
    matchesAtSize({ models: [yardstick, ...models] }, sizeRule, until);

  it('sets every candidate beside the yardstick, test by test, in order of release', () => {
    const found = matches([
      scored('later', '2025-06-01', { a: 0.9, b: 0.9 }),
      scored('first', '2025-03-01', { a: 0.9, b: 0.5, d: 0.5 }),
      scored('alone', '2025-02-01', { a: 0.9 }),
    ]);
    expect(found.map(({ id, thinking }) => [id, thinking])).toEqual([
      ['first', false],
      ['later', false],
      ['first', true],
      ['later', true],
    ]);
    expect(found[0]?.shared).toEqual([
      { benchmark: 'a', protocol: 'plain', own: 0.9, its: 0.6 },
      { benchmark: 'b', protocol: 'plain', own: 0.5, its: 0.6 },
    ]);
    expect(found[0]?.meanLead).toBeCloseTo(0.1, 12); // (0.3 − 0.1) / 2
    expect(matches([scored('late', '2026-01-01', { a: 1, b: 1 })])).toEqual([]);
  });

  it('is empty where the data lack the yardstick', () => {
    const model = scored('m', '2025-01-01', { a: 1, b: 1 });
    expect(matchesAtSize({ models: [model] }, sizeRule, '2025-12-31')).toEqual([]);
  });
});

describe('documented events', () => {
  const evidence = (date: string) => [
    { date, what: 'It happened', source: 'https://example.org', locator: 'page 1' },
  ];
  const judge = (rows: ReturnType<typeof evidence>, asOf: string) =>
    resolvePrediction(wholeData([]), predict({ kind: 'documented', evidence: rows }), asOf);

  it('are met on the first evidence within the deadline', () => {
    const rows = [...evidence('2025-08-01'), ...evidence('2025-06-06')];
    expect(judge(rows, '2026-01-01')).toMatchObject({ status: 'met', on: '2025-06-06' });
    expect(judge(evidence('2026-01-01'), '2026-11-23').status).toBe('cannot be judged');
  });

  it('are never missed for want of evidence', () => {
    expect(judge([], '2025-12-31')).toMatchObject({ status: 'open', settledBy: 'A datum.' });
    expect(judge([], '2026-01-01').status).toBe('cannot be judged');
  });
});

it('what no data can tell cannot be judged, and says what would', () => {
  const found = resolvePrediction(wholeData([]), predict({ kind: 'unjudged' }, { deadline: null }));
  expect(found).toMatchObject({ status: 'cannot be judged', settledBy: 'A datum.', brier: null });
});

describe('shipments', () => {
  const totals = (values: readonly number[]) =>
    values.map((h100Equivalents, i) => ({
      from: '2022-01-01',
      to: `${2022 + i}-12-31`,
      units: 1,
      unitsP5: 1,
      unitsP95: 1,
      h100Equivalents,
      h100EquivalentsP5: 1,
      h100EquivalentsP95: 1,
      source: 'made-up',
    }));
  const judge = (values: readonly number[], deadline: string | null = null) => {
    const ubiquity = { ...emptyContext.ubiquity, nvidiaTotals: totals(values) };
    const data = wholeData([], { context: { ubiquity } });
    return resolvePrediction(data, predict({ kind: 'shipments', fromYear: 2024 }, { deadline }));
  };

  it('hold while each year ships more, and stay open without a date', () => {
    const found = judge([1, 3, 7, 20]);
    expect(found.status).toBe('open');
    expect(found.evidence).toContain('3.3 times'); // 13 after 4
    expect(judge([1, 3, 7, 20], '2025-12-31')).toMatchObject({ status: 'met', on: '2025-12-31' });
  });

  it('are missed with the first year that ships less, earlier years aside', () => {
    expect(judge([1, 3, 7, 8])).toMatchObject({ status: 'missed', on: '2025-12-31' });
    expect(judge([5, 6, 8, 12]).status).toBe('open'); // the decline of 2023 came before
    expect(judge([1]).evidence).toContain('No full year');
  });
});

describe('predictions about density', () => {
  const data = wholeData(noisyModels(Math.LN2 / 100, { span: 1360 }));
  const forward = (resolver: Resolver, deadline = '2026-06-30', made = '2025-12-01') =>
    resolvePrediction(
      data,
      predict(resolver, { kind: 'forward', made, deadline, probability: 0.8 }),
    );
  const range = (atLeast: number | null, atMost: number | null): Resolver => ({
    kind: 'doubling-time',
    panel: 'paper-five',
    atLeast,
    atMost,
  });

  it('judge a doubling time on its day, with the data of that day', () => {
    expect(forward(range(80, 125))).toMatchObject({ status: 'met', on: '2026-06-30' });
    expect(forward(range(150, null))).toMatchObject({ status: 'missed', on: '2026-06-30' });
    expect(forward(range(80, 125), '2027-06-30')).toMatchObject({ status: 'open', on: null });
  });

  it('score the probability once settled', () => {
    const met = forward(range(80, 125));
    expect(met.brier).toBeCloseTo(0.04, 12); // (0.8 − 1)²
    expect(met.logScore).toBeCloseTo(Math.log(0.8), 12);
    const missed = forward(range(150, null));
    expect(missed.brier).toBeCloseTo(0.64, 12);
    expect(forward(range(80, 125), '2027-06-30').brier).toBeNull();
    const record = scoreForecasts([met, missed, forward(range(80, 125), '2027-06-30')]);
    expect(record).toMatchObject({ made: 3, settled: 2, met: 1, expected: 1.6 });
    expect(record.brier).toBeCloseTo(0.34, 12); // (0.04 + 0.64) / 2
    expect(scoreForecasts([])).toMatchObject({ settled: 0, brier: null, logScore: null });
  });

  it('find the first model after the day that reaches a density or an ability', () => {
    const rule = (bounds: object): Resolver => ({
      kind: 'model-reaches',
      panel: 'paper-five',
      most: null,
      density: null,
      effectiveParameters: null,
      ...bounds,
    });
    const reached = forward(rule({ density: 10 }));
    expect(reached.status).toBe('met');
    expect((reached.on ?? '') > '2025-12-01').toBe(true);
    expect(forward(rule({ density: 1e9 }))).toMatchObject({ status: 'missed', on: '2026-06-30' });
    expect(forward(rule({ density: 1e9 }), '2027-06-30').status).toBe('open');
    expect(forward(rule({ most: 1, effectiveParameters: 1 })).evidence).toContain('no model');
  });

  it('see growth since a day, and say when there is too little to see it', () => {
    const since = (from: string, surely = true): Resolver => ({
      kind: 'growth-since',
      panel: 'paper-five',
      from,
      surely,
      draws: 100,
    });
    expect(forward(since('2023-02-24'))).toMatchObject({ status: 'met', on: '2026-06-30' });
    expect(forward(since('2026-06-20')).status).toBe('cannot be judged');
    expect(forward(since('2026-06-20'), '2027-06-30').status).toBe('open');
    const still = wholeData(noisyModels(0, { span: 1360 }));
    const judge = (surely: boolean) =>
      resolvePrediction(still, predict(since('2023-02-24', surely), { deadline: '2026-06-30' }));
    expect(judge(true).status).toBe('cannot be judged');
    expect(['met', 'missed']).toContain(judge(false).status);
  });
});

describe('simulateFutures', () => {
  const data = wholeData(noisyModels(Math.LN2 / 120, { span: 1360 }));
  const results = compute(data, { draws: 0, withoutFamily: 'Ruler' });
  const options = { sets: 200, seed: 11, until: '2027-11-23' };

  it('goes on about the line, with arrivals like those of the record', () => {
    const futures = simulateFutures(data, results, options, '2026-11-23');
    const [low = 0, middle = 0, high = 0] = doublingQuantiles(futures, [0.05, 0.5, 0.95]);
    expect(low).toBeLessThan(120);
    expect(high).toBeGreaterThan(120);
    expect(Math.abs(middle / 120 - 1)).toBeLessThan(0.1);
    const arrived = futures.reduce((sum, { models }) => sum + models.length, 0) / futures.length;
    expect(Math.abs(arrived / 43 - 1)).toBeLessThan(0.2); // 160 models in 1360 days are 43 a year
  });

  it('gives the same futures for the same seed, others for another', () => {
    const slopes = (seed: number) =>
      simulateFutures(data, results, { ...options, sets: 60, seed }, '2026-11-23').map(
        ({ slope }) => slope,
      );
    expect(slopes(1)).toEqual(slopes(1));
    expect(slopes(1)).not.toEqual(slopes(2));
  });

  it('is empty where there is no line', () => {
    const few = wholeData(noisyModels(0.005, { count: 4 }));
    const bare = compute(few, { draws: 0, withoutFamily: 'Ruler' });
    expect(simulateFutures(few, bare, options, '2026-11-23')).toEqual([]);
  });

  it('gives probabilities to what is about density and lies ahead, and to nothing else', () => {
    const ask = (resolver: Resolver, deadline: string | null = '2027-11-23') =>
      forecast(data, results, predict(resolver, { made: '2026-11-23', deadline }), options);
    const range: Resolver = {
      kind: 'doubling-time',
      panel: 'paper-five',
      atLeast: null,
      atMost: null,
    };
    expect(ask(range)).toBe(1);
    expect(ask({ ...range, atLeast: 1000 })).toBe(0);
    const half = ask({
      ...range,
      atLeast:
        doublingQuantiles(simulateFutures(data, results, options, '2026-11-23'), [0.5])[0] ?? 0,
    });
    expect(half).toBeCloseTo(0.5, 1);
    expect(ask(range, '2026-11-23')).toBeNull();
    expect(ask(range, null)).toBeNull();
    expect(ask({ ...range, panel: 'leaderboard-v2' })).toBeNull();
    expect(ask({ kind: 'unjudged' })).toBeNull();
    const growth = ask({
      kind: 'growth-since',
      panel: 'paper-five',
      from: '2023-02-24',
      surely: false,
      draws: 100,
    });
    expect(growth).toBe(1);
    const reaches = ask({
      kind: 'model-reaches',
      panel: 'paper-five',
      most: null,
      density: 0.1,
      effectiveParameters: null,
    });
    expect(reaches).toBe(1);
  });
});

it.each([
  [1, true, 0, 0],
  [0.5, false, 0.25, Math.log(0.5)],
  [0, true, 1, -Infinity],
])('a probability of %d for what %s', (probability, happened, brier, log) => {
  expect(brierScore(probability, happened)).toBe(brier);
  expect(logScore(probability, happened)).toBeCloseTo(log, 12);
});

it('resolvePredictions judges every record from the data’s own day', () => {
  const data = {
    ...wholeData([]),
    predictions: [predict({ kind: 'unjudged' }), predict({ kind: 'documented', evidence: [] })],
  };
  expect(resolvePredictions(data).map(({ status }) => status)).toEqual([
    'cannot be judged',
    'cannot be judged',
  ]);
  expect(resolvePredictions(data, '2025-01-01').map(({ status }) => status)).toEqual([
    'cannot be judged',
    'open',
  ]);
});
