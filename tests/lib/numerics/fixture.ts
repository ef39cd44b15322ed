import { readFileSync } from 'node:fs';
import { expect } from 'vitest';

/** A fixture made by `tests/fixtures/scipy/NAME.py`. */
export function readFixture<Content>(name: string): Content {
  return JSON.parse(
    readFileSync(new URL(`../../fixtures/scipy/${name}.json`, import.meta.url), 'utf8'),
  );
}

/**
 * Expects `value` within the part `tolerance` of `truth`, or within `tolerance` · `scale` of a
 * truth smaller than `scale`.
 */
export function expectClose(value: number, truth: number, tolerance: number, scale = 0): void {
  const error = Math.abs(value - truth) / Math.max(Math.abs(truth), scale, Number.MIN_VALUE);
  expect(error, `${value} against ${truth}`).toBeLessThanOrEqual(tolerance);
}
