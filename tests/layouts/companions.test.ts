import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { firstFigure } from '../../src/layouts/companions/companions.ts';
import { drawCard } from '../../src/layouts/companions/card.ts';
import { articleAsMarkdown } from '../../src/layouts/companions/twin.ts';

const head = { url: 'https://x.example/law/', citation: 'Cited so.' };
const markdown = (inside: string) =>
  articleAsMarkdown(`<!doctype html><body><article>${inside}</article></body>`, head).replace(
    /\n\n---\n\nCited so\.\n$/,
    '',
  );

describe('an article as Markdown', () => {
  test.each([
    ['<h2 id="a">Why?<a class="pilcrow" href="#a"></a></h2>', '## Why?'],
    ['<p>It <em>grows</em> by <strong>183 days</strong>.</p>', 'It *grows* by **183 days**.'],
    ['<p><a class="n" href="/n/x/">183 days</a></p>', '[183 days](https://x.example/n/x/)'],
    ['<ol><li>One</li><li>Two</li></ol>', '1. One\n2. Two'],
    ['<p>$20 for a_b</p>', '\\$20 for a\\_b'],
    ['<p>x<small class="note">An aside.</small></p>', 'x (An aside.)'],
    [
      '<p><math><semantics><mi>x</mi><annotation encoding="application/x-tex">x_1</annotation></semantics></math></p>',
      '$x_1$',
    ],
    [
      '<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2|3</td></tr></table>',
      '| A | B |\n| --- | --- |\n| 1 | 2\\|3 |',
    ],
    ['<nav class="contents">left out</nav><p>kept</p>', 'kept'],
    ['<label>Status<select><option>all</option></select></label><p>kept</p>', 'kept'],
    ['<div hidden>left out</div><p>kept</p>', 'kept'],
  ])('%s', (html, text) => {
    expect(markdown(html)).toBe(text);
  });

  test('shows a figure by its picture, title and caption', () => {
    const figure =
      '<figure id="f-x"><p class="figure-title"><span class="figure-number">Figure 1</span>Title</p><svg></svg><figcaption><p>Caption.</p><p class="source"><a href="/f/x/">Link</a></p></figcaption></figure>';
    expect(markdown(figure)).toBe(
      '![Figure 1. Title](https://x.example/f/x.svg)\n\n**Figure 1. Title**\n\nCaption.\n\n[Link](https://x.example/f/x/)',
    );
  });

  test('ends with its citation', () => {
    expect(articleAsMarkdown('<article><p>x</p></article>', head)).toBe('x\n\n---\n\nCited so.\n');
  });

  test('cannot be made of a page without one', () => {
    expect(() => articleAsMarkdown('<p>x</p>', head)).toThrow('has no article');
  });
});

describe('a card', () => {
  const card = {
    kicker: 'Model',
    title: 'A & B',
    text: 'word '.repeat(200).trim(),
    value: null,
    figure: null,
    site: 'Site',
    version: 'v',
  };
  const colour = () => '#000000';

  test('escapes what it prints', () => {
    expect(drawCard(card, colour)).toContain('A &amp; B');
  });

  test('cuts a text that is too long, and says so', () => {
    const svg = drawCard(card, colour);
    expect(svg).toContain('…');
    expect(svg.length).toBeLessThan(2500);
  });

  test('takes a drawing in, scaled', () => {
    const svg = drawCard(
      { ...card, figure: '<svg width="8" height="6" viewBox="0 0 8 6"></svg>' },
      colour,
    );
    expect(svg).toContain('viewBox="0 0 8 6"');
    expect(svg).not.toContain('width="8"');
  });
});

describe('the figure on a card', () => {
  const html = '<figure class="chart" id="f-x"></figure>';
  const inSite = (files: Record<string, string>, path: string, page = html) => {
    const site = mkdtempSync(join(tmpdir(), 'companions-'));
    try {
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(dirname(join(site, name)), { recursive: true });
        writeFileSync(join(site, name), text);
      }
      return firstFigure(site, path, page);
    } finally {
      rmSync(site, { recursive: true });
    }
  };
  const both = { 'f/x.svg': 'live', 'v/2026.9/f/x.svg': 'frozen' };

  test('is the live one on a live page', () => {
    expect(inSite(both, '/f/x/')).toBe('live');
  });

  test.each(['/v/2026.9/', '/v/2026.9/f/x/'])('is that of the release on %s', (path) => {
    expect(inSite(both, path)).toBe('frozen');
  });

  test('of a release does not need the live one', () => {
    expect(inSite({ 'v/2026.9/f/x.svg': 'frozen' }, '/v/2026.9/f/x/')).toBe('frozen');
  });

  test('is none where the page has none', () => {
    expect(inSite({}, '/law/', '<p>x</p>')).toBeNull();
  });
});
