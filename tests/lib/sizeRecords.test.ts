import { expect, test } from 'vitest';
import { sizeRecords } from '../../src/lib/sizeRecords.ts';
import { madeUpModel } from '../fixtures/synthetic.ts';

const model = (id: string, day: number, parameters: number, active = parameters) =>
  madeUpModel({ id, day, parameters, active, density: 1 });

test('each record is larger than everything before it, whatever the order of the file', () => {
  const models = [
    model('c', 20, 3e9),
    model('a', 0, 1e9),
    model('b', 10, 9e8),
    model('d', 30, 9e10, 1e9),
  ];
  const records = sizeRecords(models);
  expect(records.map(({ id }) => id)).toEqual(['a', 'c', 'd']);
  expect(records.map(({ isMixture }) => isMixture)).toEqual([false, false, true]);
});

test('of two models of one day only the larger is a record, and a tie is none', () => {
  expect(sizeRecords([model('a', 0, 1e9), model('b', 0, 2e9), model('c', 5, 2e9)])).toHaveLength(1);
});

test('models without a size or a day, and tuned ones, are passed over', () => {
  const base = model('a', 0, 1e9);
  expect(
    sizeRecords([
      { ...base, id: 'no-size', parameters: null },
      { ...base, id: 'no-day', released: null },
      { ...base, id: 'tuned', stage: 'instruct' },
    ]),
  ).toEqual([]);
});
