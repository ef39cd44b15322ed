import { Cite } from '@citation-js/core';
import { describe, expect, test } from 'vitest';
import {
  citationFormats,
  formatCitationFile,
  formatCredit,
  formatPage,
  formatReference,
} from '../../src/build/citations.ts';
import { makeCitable, toCsl } from '../../src/lib/cite/citable.ts';

const title =
  'Qwen3-8B, a name that goes on beyond the seventy signs at which the library breaks a line';
const item = toCsl(
  makeCitable(
    { path: '/m/qwen3-8b/', title, url: 'https://x.example/m/qwen3-8b/' },
    {
      issued: '2026-11-23',
      version: '2026-11-23 · abcdef01',
      dataHash: 'a'.repeat(64),
      release: null,
    },
  ),
);

describe('the citation of a page', () => {
  test('reads as APA has it, with the version', () => {
    expect(formatPage(item)).toBe(
      `The Densing Law Observatory contributors. (2026). ${title}: scores and capability density [Data version 2026-11-23 · abcdef01]. Densing Law Observatory. https://x.example/m/qwen3-8b/`,
    );
  });

  test('fits on one line of credit', () => {
    expect(formatCredit(item)).toBe(
      `${title}: scores and capability density. Densing Law Observatory, data version 2026-11-23 · abcdef01. CC BY 4.0. https://x.example/m/qwen3-8b/`,
    );
  });

  test.each(citationFormats)('comes back from its file: %s', (format) => {
    const [read] = new Cite(formatCitationFile([item], format)).data;
    expect(read).toMatchObject({
      title: item.title,
      URL: item.URL,
      note: item.note,
      issued: item.issued,
      genre: item.genre,
      publisher: item.publisher,
    });
  });

  test('keeps its capitals and its own label in BibTeX', () => {
    const bib = formatCitationFile([item], 'bib');
    expect(bib).toContain('@techreport{densing-m-qwen3-8b-2026-11-23,');
    expect(bib).toMatch(/title = \{\{\{Qwen3\}-8B/);
  });

  test('has one line a tag in RIS', () => {
    const lines = formatCitationFile([item], 'ris').trim().split('\n');
    expect(lines.filter((line) => !/^[A-Z][A-Z0-9] {2}-/.test(line))).toEqual([]);
  });
});

test('a work whose record does not list all names is one of several authors', () => {
  const reference = formatReference({
    id: 'a-2025',
    type: 'article',
    title: 'A study',
    author: [
      { family: 'Ada', given: 'A.' },
      { family: 'Bo', given: 'B.' },
      { literal: 'and others' },
    ],
    issued: { 'date-parts': [[2025]] },
    custom: { seen: 'abstract' },
  });
  expect(reference).toBe('Ada, A., Bo, B., et al. (2025). A study.');
});
