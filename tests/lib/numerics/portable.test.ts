import { expect, test } from 'vitest';
import { portableDigests } from './portable.ts';

/**
 * The digests of one engine, to be met by every other to the last bit. A deliberate change of an
 * algorithm moves the digest of its part and of those that use it; any other change here is a
 * fault.
 */
test('the numerics return the same bits as ever', () => {
  expect(portableDigests()).toMatchInlineSnapshot(`
    {
      "angles": "77c339c0",
      "breaks": "33693a9b",
      "exp": "569ebc18",
      "intervals": "d1ba8eae",
      "leastSquares": "da79c25e",
      "line": "7f5e5d94",
      "linearModel": "20bb741b",
      "ln": "669c8526",
      "lossLaw": "977d0b82",
      "normal": "15c45da7",
      "power": "af2661b5",
      "probabilities": "8236eac1",
      "quantileLine": "bddfa4e8",
      "random": "f31c98d6",
      "survival": "4a3a66ec",
    }
  `);
});

test('a second call returns the same bits: nothing is kept between calls', () => {
  expect(portableDigests()).toEqual(portableDigests());
});
