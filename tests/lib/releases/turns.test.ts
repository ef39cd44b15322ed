import { describe, expect, test } from 'vitest';
import { arrivalOf, turnsOf } from '../../../src/lib/releases/turns.ts';
import { madeUpRelease } from '../../fixtures/release.ts';

const made = madeUpRelease();
const [claim] = made.claims;
const release = (name: string, date: string, status: string) => ({
  ...made,
  release: name,
  date,
  claims: [{ ...claim!, status }],
});
const now = (status: string) => ({ status, date: '2027-02-01' });

describe('the turns of a claim', () => {
  const releases = [
    release('2026.11', '2026-11-23', 'holds'),
    release('2026.12', '2026-12-23', 'holds'),
    release('2027.1', '2027-01-23', 'fails'),
  ];

  test('are its first status and every other one after it, dated by the release', () => {
    expect(turnsOf(claim!.id, releases, now('fails'))).toEqual([
      { status: 'holds', date: '2026-11-23', release: '2026.11' },
      { status: 'fails', date: '2027-01-23', release: '2027.1' },
    ]);
  });

  test('end with that of today where no release has it', () => {
    expect(turnsOf(claim!.id, releases, now('holds')).at(-1)).toEqual({
      status: 'holds',
      date: '2027-02-01',
      release: null,
    });
  });

  test('of a claim that no release has are the one of today', () => {
    expect(turnsOf('brand-new', releases, now('mixed'))).toEqual([
      { status: 'mixed', date: '2027-02-01', release: null },
    ]);
  });
});

describe('the arrival of a record', () => {
  const releases = [
    { date: '2026-11-23', records: { a: '1' } },
    { date: '2026-12-23', records: { a: '1', b: '2' } },
  ];

  test('is not known for what was there from the first release on', () => {
    expect(arrivalOf('a', releases, '2027-02-01')).toBeNull();
    expect(arrivalOf('a', [], '2027-02-01')).toBeNull();
  });

  test('is the day of the release that first had it, or of the data', () => {
    expect(arrivalOf('b', releases, '2027-02-01')).toBe('2026-12-23');
    expect(arrivalOf('c', releases, '2027-02-01')).toBe('2027-02-01');
  });
});
