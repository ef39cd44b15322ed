import { describe, expect, test } from 'vitest';
import { makeRelative, relativeAddress } from '../../src/lib/offline.ts';

describe('an address from the root becomes relative', () => {
  test.each([
    ['index.html', '/law/', 'law/index.html'],
    ['law/index.html', '/', '../index.html'],
    ['law/index.html', '/law/#top', '../law/index.html#top'],
    ['v/2026.11/n/x/index.html', '/f/a.svg', '../../../../f/a.svg'],
    ['index.html', '/data/v1/models.csv', 'data/v1/models.csv'],
  ])('from %s to %s: %s', (file, address, relative) => {
    expect(relativeAddress(file, address)).toBe(relative);
  });
});

describe('a page', () => {
  test('has its links, pictures and scripts made relative', () => {
    const html =
      '<a href="/law/">x</a><img src="/f/a.svg"><link rel="preload" href="/x.woff2" crossorigin>';
    expect(makeRelative('m/a/index.html', html, '/')).toBe(
      '<a href="../../law/index.html">x</a><img src="../../f/a.svg"><link rel="preload" href="../../x.woff2">',
    );
  });

  test('keeps addresses of other sites and its own canonical one', () => {
    const html = '<a href="https://example.org/law/">x</a><a href="//example.org/">y</a>';
    expect(makeRelative('index.html', html, '/')).toBe(html);
  });

  test('built under a path loses that path', () => {
    expect(makeRelative('law/index.html', '<a href="/site/m/">x</a>', '/site/')).toBe(
      '<a href="../m/index.html">x</a>',
    );
  });
});

test('a style sheet finds its faces', () => {
  expect(makeRelative('_astro/a.css', "src: url('/fonts/a.woff2')", '/')).toBe(
    "src: url('../fonts/a.woff2')",
  );
});

test('a style sheet takes a drawing in, for a browser refuses a mask from a disk', () => {
  const drawing = (path: string) => (path === '_astro/scale.svg' ? '<svg/>' : null);
  expect(makeRelative('_astro/a.css', 'mask: url(/_astro/scale.svg)', '/', drawing)).toBe(
    'mask: url("data:image/svg+xml,%3Csvg%2F%3E")',
  );
});

test('other files stay as they are', () => {
  expect(makeRelative('data/v1/index.json', '{"href": "/law/"}', '/')).toBe('{"href": "/law/"}');
});
