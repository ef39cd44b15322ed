import { describe, expect, test } from 'vitest';
import { addressOf, addressesOf, lostAddresses, MovesFile } from '../../src/lib/addresses.ts';

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

describe('a published address is lost', () => {
  const moved = {
    from: '/f/old.svg',
    to: '/f/new.svg',
    reason: 'Renamed for clarity.',
    date: '2026-12-01',
  };

  test('when the site no longer answers it', () => {
    expect(lostAddresses(['/', '/law/'], ['/'], [])).toEqual(['/law/']);
  });

  test('not when it answers, with what else may be new', () => {
    expect(lostAddresses(['/'], ['/', '/new/'], [])).toEqual([]);
  });

  test('not when it is a file whose move is on record', () => {
    expect(lostAddresses(['/f/old.svg'], [], [moved])).toEqual([]);
  });

  test('even with a move on record, when it is a page: that must say so itself', () => {
    expect(lostAddresses(['/old/'], [], [{ ...moved, from: '/old/' }])).toEqual(['/old/']);
  });
});

test('a move without a reason is refused', () => {
  const move = { from: '/a/', to: null, reason: 'gone', date: '2026-12-01' };
  expect(MovesFile.safeParse([move]).success).toBe(false);
});
