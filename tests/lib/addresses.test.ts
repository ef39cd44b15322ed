import { describe, expect, test } from 'vitest';
import {
  addressOf,
  addressesOf,
  danglingMoves,
  lostAddresses,
  MovesFile,
  withdrawnFile,
} from '../../src/lib/addresses.ts';

describe('the address of a file', () => {
  test.each([
    ['index.html', '/'],
    ['law/index.html', '/law/'],
    ['f/ruler.svg', '/f/ruler.svg'],
    ['v/2026.11/n/doubling-time/index.html', '/v/2026.11/n/doubling-time/'],
  ])('%s is %s', (file, address) => {
    expect(addressOf(file)).toBe(address);
  });

  test.each(['_astro/page.Ab12.css', '404.html', 'law/cite.bib', 'card.png'])(
    '%s has none to cite',
    (file) => {
      expect(addressOf(file)).toBeNull();
    },
  );
});

test('a site has each address once, in order', () => {
  expect(addressesOf(['law/index.html', 'index.html', '_astro/x.css'])).toEqual(['/', '/law/']);
});

const moved = {
  from: '/f/old.svg',
  to: '/f/new.svg',
  reason: 'Renamed for clarity & <order>.',
  date: '2026-12-01',
};

describe('a published address is lost', () => {
  test('when the site no longer answers it', () => {
    expect(lostAddresses(['/', '/law/'], ['/'])).toEqual(['/law/']);
  });

  test('not when it answers, with what else may be new', () => {
    expect(lostAddresses(['/'], ['/', '/new/'])).toEqual([]);
  });
});

describe('a move dangles', () => {
  test('when the site does not have where it leads', () => {
    expect(danglingMoves([moved], ['/'])).toEqual([moved]);
  });

  test('when it leads to what has moved itself', () => {
    const further = { ...moved, from: '/f/new.svg', to: '/f/newest.svg' };
    expect(danglingMoves([moved, further], ['/f/new.svg', '/f/newest.svg'])).toEqual([moved]);
  });

  test('not when it leads to a file of the site, or nowhere', () => {
    expect(danglingMoves([moved, { ...moved, to: null }], ['/f/new.svg'])).toEqual([]);
  });
});

describe('a withdrawn file says when and why', () => {
  test('as a picture with its text escaped', () => {
    const svg = withdrawnFile(moved);
    expect(svg).toMatch(/^<svg /);
    expect(svg).toContain('Withdrawn on 2026-12-01. Renamed for clarity &amp; &lt;order&gt;.');
  });

  test('as JSON', () => {
    const text = withdrawnFile({ ...moved, from: '/n/old.json' });
    expect(JSON.parse(text)).toEqual({ withdrawn: '2026-12-01', reason: moved.reason });
  });

  test('as text', () => {
    expect(withdrawnFile({ ...moved, from: '/f/old.csv' })).toMatch(/^Withdrawn on 2026-12-01\. /);
  });
});

test('a move without a reason is refused', () => {
  const move = { from: '/a/', to: null, reason: 'gone', date: '2026-12-01' };
  expect(MovesFile.safeParse([move]).success).toBe(false);
});
