/** The issue forms: valid for GitHub, and in the words of the schema. */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { BenchmarkRecord, ModelRecord } from '../src/lib/schema.ts';

interface Element {
  type: string;
  id?: string;
  attributes: {
    label?: string;
    description?: string;
    placeholder?: string;
    value?: string;
    options?: (string | { label: string; required?: boolean })[];
  };
  validations?: { required?: boolean };
}

interface Form {
  name: string;
  description: string;
  title: string;
  labels: string[];
  body: Element[];
}

interface Node {
  description?: string;
  properties?: Record<string, Node>;
  required?: string[];
  items?: Node;
  anyOf?: Node[];
  enum?: string[];
}

const folder = '.github/ISSUE_TEMPLATE';
/** GitHub reads YAML 1.1, in which `yes` and 2024-09-19 are no strings. */
const read = (name: string): unknown =>
  parse(readFileSync(`${folder}/${name}.yml`, 'utf8'), {
    version: '1.1',
    customTags: ['timestamp'],
  });

const model = z.toJSONSchema(ModelRecord, { io: 'input' }) as Node;
const benchmark = z.toJSONSchema(BenchmarkRecord, { io: 'input' }) as Node;
const records: Record<string, Node> = {
  'new-model': model,
  correction: model,
  dispute: model,
  'new-benchmark': benchmark,
};
const names = Object.keys(records);
const forms = names.map((name) => [name, read(name) as Form] as const);

/** Fields of a form that are about the report and not about a record. */
const beside = ['evidence', 'checks'];

/** What a field of a form stands for: `released_date` is `date` in `released`, in a list or not. */
function nodeOf(record: Node, id: string): Node | undefined {
  let node: Node | undefined = record;
  for (const key of id.split('_')) node = node && objectIn(node)?.properties?.[key];
  return node;
}

function objectIn(node: Node): Node | undefined {
  if (node.properties) return node;
  if (node.items) return objectIn(node.items);
  return node.anyOf?.map(objectIn).find(Boolean);
}

function optionsOf(node: Node): string[] | undefined {
  return node.enum ?? node.anyOf?.map(optionsOf).find(Boolean);
}

test('there are four forms and a list of other ways', () => {
  const files = globSync(`${folder}/*.yml`).map((path) => basename(path, '.yml'));
  expect(files.sort()).toEqual([...names, 'config'].sort());
  const config = read('config') as {
    contact_links: { name: string; url: string; about: string }[];
  };
  for (const { name, url, about } of config.contact_links) {
    expect([typeof name, typeof about]).toEqual(['string', 'string']);
    expect(url).toMatch(/^https:\/\/densing-law\.github\.io\//);
  }
});

describe.each(forms)('%s', (name, form) => {
  const record = records[name] as Node;
  const fields = form.body.filter(({ type }) => type !== 'markdown');

  test('has what GitHub asks of a form', () => {
    for (const key of ['name', 'description', 'title'] as const) {
      expect(typeof form[key]).toBe('string');
    }
    for (const { type, id, attributes } of form.body) {
      expect(['markdown', 'input', 'textarea', 'dropdown', 'checkboxes']).toContain(type);
      if (type === 'markdown') {
        expect(typeof attributes.value).toBe('string');
        continue;
      }
      expect(id).toMatch(/^[A-Za-z0-9_-]+$/);
      expect(typeof attributes.label).toBe('string');
      expect(['string', 'undefined']).toContain(typeof attributes.placeholder);
      for (const option of attributes.options ?? []) {
        expect(typeof (type === 'checkboxes' ? (option as { label: string }).label : option)).toBe(
          'string',
        );
      }
    }
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
    expect(new Set(fields.map(({ attributes }) => attributes.label)).size).toBe(fields.length);
  });

  test.each(
    fields
      .filter(({ id }) => !beside.includes(id ?? ''))
      .map((field) => [field.id!, field] as const),
  )('%s is a field of the record, in the words of the schema', (id, { type, attributes }) => {
    const node = nodeOf(record, id);
    expect(node?.description).toBeTruthy();
    expect(attributes.description?.startsWith(node?.description ?? '?')).toBe(true);
    const options = node && optionsOf(node);
    if (options) expect(attributes.options).toEqual(options);
    expect(type === 'dropdown').toBe(attributes.options !== undefined);
  });
});

test('the form of a new model asks for every required field that cannot be made from the others', () => {
  const made = ['id', 'aliases', 'alternatives'];
  const [, form] = forms[0]!;
  const asked = new Set(form.body.map(({ id }) => id?.split('_')[0]));
  const missing = (model.required ?? []).filter((key) => !asked.has(key) && !made.includes(key));
  expect(missing).toEqual([]);
});

test('what must be filled in is never null in a record', () => {
  const [, form] = forms[0]!;
  const required = form.body.filter(({ validations }) => validations?.required).map(({ id }) => id);
  expect(required).toContain('released_date');
  for (const id of ['hub', 'parameters_total', 'trainingTokens_value', 'derivedFrom']) {
    expect(required).not.toContain(id);
  }
});
