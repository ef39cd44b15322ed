import { expect, test } from 'vitest';
import { parseData } from '../../../src/lib/data.ts';
import type { Data } from '../../../src/lib/data.ts';
import { MOST_BYTES, formatReport } from '../../../src/lib/report/markdown.ts';
import { makeReport, touchedModels } from '../../../src/lib/report/report.ts';
import type { DataState } from '../../../src/lib/report/state.ts';
import { measureState } from '../../../src/lib/report/state.ts';
import { wholeData } from '../../fixtures/claims.ts';
import { validFiles, validModel, validScore } from '../../fixtures/dataFolder.ts';
import { growingModels, madeUpModel } from '../../fixtures/synthetic.ts';

const names = { base: 'main at 1234567', head: 'This change' };

/** A state whose headline is one line of the given slope. */
function stateOf(slope: number, models: DataState['panels'][number]['models'] = []): DataState {
  const line = {
    ...{ estimator: 'tau90' as const, window: 'all' as const, count: models.length, families: 1 },
    ...{ undefinedCount: 0, refusal: null, slopeIntervalError: null },
    line: { intercept: 0, slope } as never,
    slopeInterval: [slope / 2, slope * 2] as [number, number],
    doublingTime: {
      ...{ status: 'bounded' as const, days: Math.LN2 / slope },
      interval: [Math.LN2 / slope / 2, (2 * Math.LN2) / slope] as [number, number],
    },
  };
  return {
    asOf: '2026-11-23',
    panels: [
      { id: 'one', name: 'One', needs: 1, lines: [line], models, excluded: [], frontier: [] },
    ],
    slopes: Array.from({ length: 100 }, (_, d) => slope * (1 + d / 1000)),
    leftOut: [],
    verdicts: [
      { id: 'law-one', about: 'the law', state: slope < 0.004 ? 'holds-slower' : 'holds' },
    ],
    claims: [],
    predictions: [],
    numbers: [{ id: 'slope', name: 'growth', value: slope.toPrecision(2), interval: null }],
    skippedTopics: 0,
  };
}

function dataWith(...models: object[]): Data {
  const extra = models.map((model) => [`models/${(model as { id: string }).id}.json`, model]);
  return parseData(new Map([...validFiles(), ...(extra as [string, unknown][])]));
}

function measuredModel(id: string, density: number, released: string, half = 1.1) {
  return {
    ...{ id, name: id, released, day: 0, bystander: null, status: 'defined' as const, density },
    ...{ interval: [density / half, density * half] as [number, number], grade: null },
  };
}

test('a change that changes nothing says so', () => {
  const data = dataWith();
  const report = makeReport({ data, state: stateOf(0.004) }, { data, state: stateOf(0.004) });
  expect(report.law).toMatchObject({ change: 0, changeInterval: [0, 0] });
  expect(report.models).toEqual([]);
  expect(report.unchangedPanels).toEqual(['one']);
  const text = formatReport(report, names);
  expect(text).toContain('0 added, 0 changed, 0 removed');
  expect(text).toContain('growth of density does not change');
});

test('the change of pace is paired draw by draw', () => {
  const data = dataWith();
  const report = makeReport({ data, state: stateOf(0.004) }, { data, state: stateOf(0.003) });
  expect(report.law.change).toBeCloseTo(-0.001, 12);
  // Draws differ by −0.001 (1 + d / 1000), d from 0 to 99: narrow, though each line's interval is wide.
  expect(report.law.changeInterval?.[0]).toBeCloseTo(-0.001095, 5);
  expect(report.law.changeInterval?.[1]).toBeCloseTo(-0.001005, 5);
  expect(report.verdicts).toEqual([
    { id: 'law-one', about: 'the law', before: 'holds', after: 'holds-slower' },
  ]);
  expect(report.numbers).toMatchObject([{ id: 'slope', before: '0.0040', after: '0.0030' }]);
});

test('the rank counts what was released up to the day, and its range follows the intervals', () => {
  const added = { ...validModel('small-7b'), name: 'Small 7B' };
  const models = [
    measuredModel('small-1b', 2, '2024-01-01'),
    measuredModel('small-2b', 1.05, '2024-01-01'),
    measuredModel('small-3b', 0.2, '2024-01-01'),
    measuredModel('small-7b', 1, '2024-09-19'),
    measuredModel('later', 9, '2025-01-01'),
  ];
  const report = makeReport(
    { data: dataWith(), state: stateOf(0.004) },
    { data: dataWith(added), state: stateOf(0.004, models) },
  );
  expect(report.models).toHaveLength(1);
  expect(report.models[0]?.standings[0]).toMatchObject({
    ...{ kind: 'measured', density: 1, before: null, isRecord: false, overLine: 1 },
    rank: { place: 3, of: 4, from: 2, to: 3 },
  });
});

test('changed, removed and other records are named with what differs', () => {
  const [first] = [validModel('small-7b')];
  const corrected = {
    ...first,
    name: 'Small 7B (corrected)',
    scores: [{ ...validScore(), value: 0.5 }],
  };
  const { records } = makeReport(
    { data: dataWith(first, validModel('small-9b')), state: stateOf(0.004) },
    { data: dataWith(corrected), state: stateOf(0.004) },
  );
  expect(records.removed).toEqual([{ id: 'small-9b', name: 'Small 1B' }]);
  expect(records.changed).toMatchObject([
    {
      id: 'small-7b',
      fields: [{ field: 'name', before: '"Small 1B"', after: '"Small 7B (corrected)"' }],
      added: [{ value: 0.5 }],
      removed: [{ value: 0.453 }],
    },
  ]);
  expect(touchedModels(dataWith(first), dataWith(corrected))).toEqual(['small-7b']);
});

test('evidence tells who reported, and which pages can change', () => {
  const model = {
    ...validModel('small-7b'),
    scores: [
      { ...validScore(), source: 'https://github.com/a/b/blob/main/README.md' },
      {
        ...validScore(),
        reporter: 'third-party',
        source: `https://github.com/a/b/blob/${'a1'.repeat(20)}/x`,
      },
    ],
  };
  const { models } = makeReport(
    { data: dataWith(), state: stateOf(0.004) },
    { data: dataWith(model), state: stateOf(0.004) },
  );
  expect(models[0]?.evidence).toMatchObject({
    ...{ grade: 'both', developer: 1, thirdParty: 1, confirmed: 1 },
    unpinned: ['https://github.com/a/b/blob/main/README.md'],
  });
});

test('text of records is inert in the Markdown', () => {
  const model = {
    ...validModel('small-7b'),
    name: '<img src=x onerror=alert(1)> | [x](https://evil.example) @everyone',
    organization: '# `Evil`',
  };
  const text = formatReport(
    makeReport(
      { data: dataWith(), state: stateOf(0.004) },
      { data: dataWith(model), state: stateOf(0.004) },
    ),
    names,
  );
  expect(text).not.toMatch(/<img|\]\(https:\/\/evil|@everyone/);
  expect(text).toContain('&lt;img src=x');
  expect(text).toContain('\\# \\`Evil\\`'.replace('#', '#\u200b'));
});

test('a huge change still fits into a comment and says that it was cut', () => {
  const many = Array.from({ length: 400 }, (_, i) => ({
    ...validModel(`small-x${i}`),
    name: '漢'.repeat(500),
    organization: '&<>'.repeat(150),
    scores: Array.from({ length: 20 }, (_, s) => ({
      ...validScore(),
      source: `https://example.org/${'&'.repeat(300)}${i}/${s}`,
    })),
  }));
  const text = formatReport(
    makeReport(
      { data: dataWith(), state: stateOf(0.004) },
      { data: dataWith(...many), state: stateOf(0.004) },
    ),
    names,
  );
  expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(MOST_BYTES);
  expect(text).toContain('too long for a comment');
});

test(
  'measured states: a dense model joins the frontier, and leaving it out undoes the change',
  { timeout: 90_000 },
  () => {
    const models = growingModels(0.004, 40, 10);
    const fresh = madeUpModel({
      id: 'fresh',
      family: 'Fresh',
      day: 800,
      parameters: 1e9,
      density: 9,
    });
    const [base, head] = [wholeData(models), wholeData(models, { extra: [fresh] })];
    const before = measureState(base);
    const after = measureState(head, touchedModels(base, head));
    const report = makeReport({ data: base, state: before }, { data: head, state: after });
    expect(report.frontier).toMatchObject([{ joined: ['fresh'] }]);
    expect(report.models[0]?.standings[0]).toMatchObject({
      ...{ kind: 'measured', isRecord: true, rank: { place: 1 } },
    });
    const [left] = after.leftOut;
    expect(left?.slope).toBeCloseTo(report.law.before as number, 12);
    expect(left?.change).toBeCloseTo(report.law.change as number, 12);
    expect(JSON.stringify(measureState(base))).toBe(JSON.stringify(before));
    const text = formatReport(report, names);
    expect(text).toContain('fresh');
    expect(text).not.toMatch(/NaN|undefined|Infinity|\[object/);
  },
);
