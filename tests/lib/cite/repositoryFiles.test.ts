import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readReleases } from '../../../src/build/releases.ts';
import { papersOfTheLaw } from '../../../src/lib/cite/publication.ts';
import { citationCff, zenodoJson } from '../../../src/lib/cite/repositoryFiles.ts';
import { BibliographyFile } from '../../../src/lib/schemaBibliography.ts';

const works = BibliographyFile.parse(JSON.parse(readFileSync('data/bibliography.json', 'utf8')));
const papers = papersOfTheLaw.map((id) => works.find((work) => work.id === id)!);
const cff = parse(readFileSync('CITATION.cff', 'utf8')) as Record<string, unknown>;
const zenodo = JSON.parse(readFileSync('.zenodo.json', 'utf8')) as Record<string, unknown>;

/** The latest release, which the committed files must name; none before the first one. */
const [latest] = readReleases('data/releases').slice(-1);
const release = latest ? { name: latest.release, date: latest.date } : null;

const text = { type: 'string', minLength: 1 };
const person = {
  anyOf: [
    { type: 'object', required: ['name'], additionalProperties: false, properties: { name: text } },
    {
      type: 'object',
      required: ['family-names'],
      additionalProperties: false,
      properties: { 'family-names': text, 'given-names': text },
    },
  ],
};
/** What the format 1.2.0 asks of the fields used here; its own schema is not part of this repository. */
const cffRules = {
  type: 'object',
  required: ['cff-version', 'message', 'title', 'authors'],
  properties: {
    'cff-version': { const: '1.2.0' },
    type: { enum: ['software', 'dataset'] },
    authors: { type: 'array', minItems: 1, items: person },
    'date-released': { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
    references: {
      type: 'array',
      items: {
        type: 'object',
        required: ['authors', 'title', 'type'],
        properties: {
          authors: { type: 'array', minItems: 1, items: person },
          doi: { type: 'string', pattern: '^10\\.\\d{4,9}/\\S+$' },
          year: { type: 'integer' },
        },
      },
    },
  },
};
/** What a deposit must have, by the archive's guide for developers. */
const zenodoRules = {
  type: 'object',
  required: ['title', 'description', 'upload_type', 'creators', 'access_right', 'license'],
  properties: {
    upload_type: { enum: ['dataset', 'software', 'publication'] },
    access_right: { const: 'open' },
    creators: { type: 'array', minItems: 1, items: { type: 'object', required: ['name'] } },
    related_identifiers: {
      type: 'array',
      items: { type: 'object', required: ['identifier', 'relation'] },
    },
  },
};

function faultsOf(rules: object, content: unknown): unknown[] {
  const validate = new Ajv({ allErrors: true }).compile(rules);
  validate(content);
  return validate.errors ?? [];
}

describe('CITATION.cff and .zenodo.json', () => {
  test('are what `node tools/citationFiles.ts` writes', () => {
    expect(cff).toEqual(citationCff(papers, release));
    expect(zenodo).toEqual(zenodoJson(papers, release));
  });

  test('have the fields that their formats ask for', () => {
    expect(faultsOf(cffRules, cff)).toEqual([]);
    expect(faultsOf(zenodoRules, zenodo)).toEqual([]);
    expect(faultsOf(cffRules, { ...cff, authors: [] })).not.toEqual([]);
  });

  test('agree in title, authors, version and date, with a release and without', () => {
    for (const named of [null, { name: '2026.12', date: '2026-12-01' }]) {
      const [one, other] = [citationCff(papers, named), zenodoJson(papers, named)];
      expect(one['title']).toBe(other['title']);
      expect(one['authors']).toEqual(other['creators']);
      expect(one['version']).toBe(other['version']);
      expect(one['date-released']).toBe(other['publication_date']);
      expect(one['license']).toContain(other['license']);
    }
  });
});
