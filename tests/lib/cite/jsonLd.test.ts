import { expect, test } from 'vitest';
import { makeCitable } from '../../../src/lib/cite/citable.ts';
import { jsonForScript, pageGraph } from '../../../src/lib/cite/jsonLd.ts';
import { filesOf, stepsTo } from '../../../src/lib/cite/place.ts';

const resolve = (path: string) => `https://x.example${path}`;

function graphOf(path: string, isArticle = false) {
  const edition = { issued: '2026-11-23', version: 'v', dataHash: 'h', release: null };
  const citable = makeCitable({ path, title: 'T', url: resolve(path) }, edition);
  const words = { title: 'T', description: 'D', image: resolve('/card.png') };
  const steps = stepsTo(path, 'T');
  const page = { path, ...words, citable, isArticle, steps, files: filesOf(path) };
  return (pageGraph(page, resolve) as { '@graph': Record<string, unknown>[] })['@graph'];
}

test.each([
  ['/', false, 'WebSite'],
  ['/law/', true, 'ScholarlyArticle'],
  ['/n/', false, 'WebPage'],
  ['/n/x/', false, 'DefinedTerm'],
  ['/m/x/', false, 'Dataset'],
  ['/data/', false, 'Dataset'],
  ['/f/x/', false, 'ImageObject'],
  ['/c/x/', false, 'Claim'],
] as const)('%s (article: %s) is a %s', (path, isArticle, type) => {
  expect(graphOf(path, isArticle)[0]?.['@type']).toBe(type);
});

test('a page below the first has the way to it', () => {
  expect(graphOf('/')).toHaveLength(1);
  expect(graphOf('/m/x/')[1]?.['@type']).toBe('BreadcrumbList');
});

test('a data set says where its files are', () => {
  expect(graphOf('/m/x/')[0]?.['distribution']).toEqual([
    {
      '@type': 'DataDownload',
      contentUrl: 'https://x.example/data/v1/models/x.json',
      encodingFormat: 'application/json',
    },
  ]);
});

test('no text can end the element that holds the data', () => {
  const text = jsonForScript({ a: '</script><!-- <b>' });
  expect(text).not.toContain('<');
  expect(JSON.parse(text)).toEqual({ a: '</script><!-- <b>' });
});
