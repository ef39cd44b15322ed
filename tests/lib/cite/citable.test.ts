import { describe, expect, test } from 'vitest';
import type { Edition } from '../../../src/lib/cite/citable.ts';
import { citationTitle, makeCitable, toCsl } from '../../../src/lib/cite/citable.ts';

const live: Edition = {
  issued: '2026-11-23',
  version: '2026-11-23 · abcdef01',
  dataHash: 'abcdef01'.padEnd(64, '0'),
  release: null,
};
const page = (path: string, title = 'A title') => ({
  path,
  title,
  url: `https://x.example${path}`,
});

describe('what there is to cite in a page', () => {
  test('has the date of the data, their version and their hash', () => {
    const item = toCsl(makeCitable(page('/law/'), live));
    expect(item.issued).toEqual({ 'date-parts': [[2026, 11, 23]] });
    expect(item.genre).toBe('Data version 2026-11-23 · abcdef01');
    expect(item.note).toBe(`Data version 2026-11-23 · abcdef01, SHA-256 ${live.dataHash}`);
    expect(item.URL).toBe('https://x.example/law/');
  });

  test.each([
    [true, 'Release 2026.12, data version'],
    [false, 'After release 2026.12, data version'],
  ])('names the latest release (same data: %s)', (hasSameData, words) => {
    const edition = { ...live, latest: { release: '2026.12', hasSameData } };
    const item = toCsl(makeCitable(page('/law/'), edition));
    expect(item.genre).toBe(`${words} 2026-11-23 · abcdef01`);
    expect(item.note).toBe(`${words} 2026-11-23 · abcdef01, SHA-256 ${live.dataHash}`);
    expect(item.id).toBe('densing-law-2026-11-23');
  });

  test('names its release, if it is frozen in one', () => {
    const item = toCsl(makeCitable(page('/v/2026.12/n/x/'), { ...live, release: '2026.12' }));
    expect(item.genre).toBe('Release 2026.12, data version 2026-11-23 · abcdef01');
    expect(item.id).toBe('densing-v-2026-12-n-x-2026.12');
  });

  test('is a report, save for the data', () => {
    expect(toCsl(makeCitable(page('/m/x/'), live)).type).toBe('report');
    const data = toCsl(makeCitable(page('/data/'), live));
    expect(data.type).toBe('dataset');
    expect(data.genre).toBe('Data set, data version 2026-11-23 · abcdef01');
  });

  test('has a label of its own, by page and by date', () => {
    const keys = ['/', '/law/', '/m/phi-3.5/', '/n/x/', '/f/x/'].map(
      (path) => makeCitable(page(path), live).key,
    );
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys[2]).toBe('densing-m-phi-3-5-2026-11-23');
  });

  test('has a title that speaks for itself in a list', () => {
    expect(citationTitle('/m/x/', 'X 7B')).toBe('X 7B: scores and capability density');
    expect(citationTitle('/law/', 'The law, measured')).toBe('The law, measured');
  });
});
