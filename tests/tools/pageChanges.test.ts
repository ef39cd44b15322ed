import { expect, test } from 'vitest';
import { comparePages } from '../../tools/pageChanges.ts';

const site = (texts: Record<string, string>) => new Map(Object.entries(texts));
const figure = (csv: string) => ({ 'f/sizes.csv': csv, 'f/sizes.json': '{"title":"Sizes"}' });
const article = (text: string) => ({ 'law/index.md': text });

test('two equal sites differ in nothing, whatever data they name', () => {
  const before = site({ ...figure('a,1'), ...article('It grows. Data 2026-11-23 · 979151be.') });
  const after = site({ ...figure('a,1'), ...article('It grows. Data 2026-12-24 · 00000000.') });
  expect(comparePages(before, after)).toEqual({
    compared: { figures: 1, articles: 1 },
    figures: [],
    sentences: [],
  });
});

test('a figure changes when its numbers do', () => {
  const { figures } = comparePages(site(figure('a,1')), site(figure('a,2')));
  expect(figures).toEqual([{ id: 'sizes', title: 'Sizes' }]);
});

test('a sentence stands beside the one whose place it took, links as their words', () => {
  const before = site(article('First. It doubles every [183 days](https://x.example/n/a/). Last.'));
  const after = site(article('First. It doubles every [190 days](https://x.example/n/a/). Last.'));
  expect(comparePages(before, after).sentences).toEqual([
    { page: '/law/', before: 'It doubles every 183 days.', after: 'It doubles every 190 days.' },
  ]);
});

test('sentences that come and go have nothing on the other side', () => {
  const before = site(article('One. Two.'));
  const after = site(article('One.\n\nThree. Four.'));
  expect(comparePages(before, after).sentences).toEqual([
    { page: '/law/', before: 'Two.', after: 'Three.' },
    { page: '/law/', before: '–', after: 'Four.' },
  ]);
});
