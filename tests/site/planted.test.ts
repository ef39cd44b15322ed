/** Plants a faulty record in a copy of the project and builds it, as somebody who adds a model would. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ModelRecord } from '../../src/lib/schema.ts';
import { copyProject } from '../../tools/projectCopy.ts';
import { buildSite } from './build.ts';

const root = resolve(import.meta.dirname, '..', '..');
let copy = '';

beforeAll(() => {
  copy = copyProject(root, 'planted');
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function modelFile(id: string): string {
  return join(copy, 'data', 'models', `${id}.json`);
}

const template = JSON.parse(
  readFileSync(join(root, 'data', 'models', 'qwen2.5-7b.json'), 'utf8'),
) as ModelRecord;

/** A record like that of a known model, under another name and a day later. */
const planted: ModelRecord = {
  ...template,
  id: 'planted-9b',
  name: 'Planted <b>9B</b>',
  family: 'Planted',
  organization: 'Nobody',
  hub: null,
  aliases: [],
};

describe('a record with a fault', () => {
  test('stops the build with its file, field, value, rule and a mend, and leaves no site', () => {
    const faulty = { ...planted, parameters: { ...planted.parameters, active: 9e12 } };
    writeFileSync(modelFile('planted-9b'), JSON.stringify(faulty));
    const { status, stderr } = buildSite(copy);
    expect(status).toBe(1);
    expect(stderr).toMatch(/data\/models\/planted-9b\.json/);
    for (const word of ['field', 'value', 'rule', 'mend']) expect(stderr).toContain(word);
    expect(stderr).toContain('parameters.active');
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(existsSync(join(copy, 'dist'))).toBe(false);
  });
});
