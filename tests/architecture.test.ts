import { readFileSync } from 'node:fs';
import { globSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { importComplaints, purityComplaints } from './architecture.ts';

/** The only files that put text into a page as it is: SVG that we drew ourselves, and escaped JSON. */
const rawMarkup = ['src/components/Chart.astro', 'src/components/DataBlock.astro'];

const sources = globSync('src/**/*.{ts,astro,mdx}')
  .map((path) => path.replaceAll('\\', '/'))
  .sort()
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
const lib = sources.filter(({ path }) => path.startsWith('src/lib/'));

describe('the sources', () => {
  test('are found', () => {
    expect(lib.length).toBeGreaterThan(0);
    expect(sources.length).toBeGreaterThan(lib.length);
  });

  test('point one way: data, lib, build, components, content, pages', () => {
    expect(sources.flatMap(importComplaints)).toEqual([]);
  });

  test('of the science reach no clock, chance, network, page or inexact elementary function', () => {
    expect(lib.flatMap(purityComplaints)).toEqual([]);
  });

  test('put raw text into a page in two places only', () => {
    const users = sources.filter(({ text }) => /set:html/.test(text)).map(({ path }) => path);
    expect(users).toEqual(rawMarkup);
  });

  test('put text into a page as markup in a browser in one place only, for drawings of our own', () => {
    const markup = /\.(?:innerHTML\s*=|outerHTML\s*=|insertAdjacentHTML\()/;
    const users = sources.filter(({ text }) => markup.test(text)).map(({ path }) => path);
    expect(users).toEqual(['src/components/try/elements.ts']);
  });
});

describe('an import is reported', () => {
  test.each([
    ['src/lib/bad.ts', "import { x } from '../components/charts/render.ts';"],
    ['src/lib/bad.ts', "import { x } from '../build/results.ts';"],
    ['src/lib/bad.ts', "import { readFileSync } from 'node:fs';"],
    ['src/lib/bad.ts', "import _ from 'lodash';"],
    ['src/lib/bad.ts', "export { x } from '../components/href.ts';"],
    ['src/lib/bad.ts', "type X = import('../pages/x.ts').X;"],
    ['src/lib/bad.ts', "const x = await import('../build/data.ts');"],
    ['src/lib/bad.ts', "const x = import.meta.glob('../../data/models/*.json');"],
    ['src/lib/deep/bad.ts', "import { x } from '../../layouts/navigation.ts';"],
    ['src/build/bad.ts', "import Chart from '../components/Chart.astro';"],
    ['src/components/charts/bad.ts', "import { results } from '../../build/results.ts';"],
    ['src/components/charts/bad.ts', "import { readFileSync } from 'node:fs';"],
    ['src/components/Bad.astro', "---\nimport { results } from '../build/results.ts';\n---\n<p />"],
    ['src/pages/bad.astro', "---\nimport { read } from '../build/data.ts';\n---\n<p />"],
    ['src/pages/bad.astro', "---\nimport models from '../../data/models/x.json';\n---\n<p />"],
    ['src/content/bad.mdx', "import { run } from '../../tools/fit.ts';\n\nText."],
  ])('%s: %s', (path, text) => {
    expect(importComplaints({ path, text })).toHaveLength(1);
  });

  test.each([
    [
      'src/lib/good.ts',
      "import { exp } from './numerics/elementary.ts';\nimport { z } from 'zod';",
    ],
    ['src/lib/good.ts', "import tQuantile from '@stdlib/stats-base-dists-t-quantile';"],
    [
      'src/build/good.ts',
      "import { readFileSync } from 'node:fs';\nimport { x } from '../lib/x.ts';",
    ],
    ['src/pages/good.astro', "---\nimport { results } from '../build/results.ts';\n---\n<p />"],
    ['src/content/good.mdx', "import Chart from '../components/Chart.astro';\n\nText."],
  ])('but not in %s: %s', (path, text) => {
    expect(importComplaints({ path, text })).toEqual([]);
  });
});

describe('impurity is reported', () => {
  test.each([
    'const now = Date.now();',
    'const now = new Date();',
    'const now = Date();',
    'const x = Math.random();',
    'const x = Math.exp(1);',
    'const x = Math.log10(2);',
    'const { pow } = Math;',
    "const x = Math['exp'](1);",
    'const x = 2 ** 0.5;',
    'let x = 2; x **= 2;',
    'const x = process.env.HOME;',
    "const x = fetch('https://example.org');",
    'const x = document.title;',
    'const x = performance.now();',
    'const x = { window };',
    'const x = import.meta.env;',
    "const x = ['b', 'a'].sort((a, b) => a.localeCompare(b));",
    'const x = (1234.5).toLocaleString();',
  ])('%s', (text) => {
    expect(purityComplaints({ path: 'src/lib/bad.ts', text })).toHaveLength(1);
  });

  test.each([
    'const x = Math.sqrt(Math.max(1, Math.LN2));',
    "const x = new Date('2023-02-24');",
    'const day = Date.UTC(2023, 1, 24);',
    'interface Page { document: string; window: number }',
    'const spans = [1, 2].map((window) => window * 2);',
    "const x = { process: 'few-shot' }.process;",
    "const x = (1234.5).toLocaleString('en-GB');",
    '// Math.exp and 2 ** 3 in a comment',
  ])('but not in: %s', (text) => {
    expect(purityComplaints({ path: 'src/lib/good.ts', text })).toEqual([]);
  });
});
