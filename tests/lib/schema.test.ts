import { describe, expect, it } from 'vitest';
import { BenchmarkRecord, ModelRecord, PublishedRecord } from '../../src/lib/schema.ts';
import { partialDay } from '../../src/lib/schemaContext.ts';
import { validBenchmark, validModel, validScore } from '../fixtures/dataFolder.ts';

type Change = (record: ReturnType<typeof validModel>) => object;

function accepts(change: Change): boolean {
  return ModelRecord.safeParse(change(validModel())).success;
}

describe('ModelRecord', () => {
  it('accepts a complete record', () => {
    expect(accepts((record) => record)).toBe(true);
  });

  it('accepts a model whose date, size and tokens are unknown', () => {
    const unknown = { released: null, parameters: null, trainingTokens: null };
    expect(accepts((record) => ({ ...record, ...unknown }))).toBe(true);
  });

  it.each<[string, Change]>([
    ['an unknown key', (r) => ({ ...r, size: 7 })],
    ['an unknown key inside a score', (r) => ({ ...r, scores: [{ ...validScore(), score: 1 }] })],
    ['a score above 1', (r) => ({ ...r, scores: [{ ...validScore(), value: 45.3 }] })],
    ['a negative score', (r) => ({ ...r, scores: [{ ...validScore(), value: -0.1 }] })],
    ['a score without a source', (r) => ({ ...r, scores: [{ ...validScore(), source: '' }] })],
    [
      'a source that is no web page',
      (r) => ({ ...r, released: { ...r.released, source: 'ftp://a.b' } }),
    ],
    [
      'a day that no calendar has',
      (r) => ({ ...r, released: { ...r.released, date: '2023-02-30' } }),
    ],
    ['a date without a day', (r) => ({ ...r, released: { ...r.released, date: '2023-02' } })],
    ['capitals in an id', (r) => ({ ...r, id: 'Small-1B' })],
    ['a stage that is none', (r) => ({ ...r, stage: 'chat' })],
    ['zero parameters', (r) => ({ ...r, parameters: { ...r.parameters, total: 0 } })],
    ['a missing field', (r) => ({ ...r, stage: undefined })],
    ['half a worked example', (r) => ({ ...r, scores: [{ ...validScore(), shots: 0.5 }] })],
    [
      'a way of derivation that is none',
      (r) => ({ ...r, derivedFrom: { model: 'a', method: 'magic' } }),
    ],
  ])('refuses %s', (_, change) => {
    expect(accepts(change)).toBe(false);
  });
});

describe('BenchmarkRecord', () => {
  it('accepts a complete record', () => {
    expect(BenchmarkRecord.safeParse(validBenchmark()).success).toBe(true);
  });

  it('refuses a benchmark without a protocol', () => {
    expect(BenchmarkRecord.safeParse({ ...validBenchmark(), protocols: [] }).success).toBe(false);
  });
});

describe('PublishedRecord', () => {
  it('wants to know whether the source itself was read', () => {
    const record = {
      id: 'a-2024-b',
      claim: 'Any.',
      quantity: 'doubling-time',
      value: 95,
      interval: null,
      level: null,
      unit: 'days',
      by: 'A',
      date: null,
      source: 'https://example.org',
      locator: 'abstract',
    };
    expect(PublishedRecord.safeParse(record).success).toBe(false);
    expect(PublishedRecord.safeParse({ ...record, seen: 'primary' }).success).toBe(true);
  });
});

describe('partialDay', () => {
  it.each(['2024', '2024-09', '2024-02-29'])('accepts %s', (date) => {
    expect(partialDay.safeParse(date).success).toBe(true);
  });

  it.each(['2023-02-29', '2024-13', '24', '2024-9-1'])('refuses %s', (date) => {
    expect(partialDay.safeParse(date).success).toBe(false);
  });
});
