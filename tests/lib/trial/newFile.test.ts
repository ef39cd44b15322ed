import { expect, test } from 'vitest';
import {
  editFileAddress,
  emptyFileAddress,
  newFileAddress,
} from '../../../src/lib/trial/newFile.ts';

const repository = 'https://github.com/example/data';
const path = 'data/models/small-1b.json';

test('the address carries name and content, letter by letter', () => {
  const text = '{\n  "name": "A+B & C = 50 % “ü” #1"\n}\n';
  const address = newFileAddress(repository, path, text) as string;
  const { pathname, searchParams } = new URL(address);
  expect(pathname).toBe('/example/data/new/main');
  expect(searchParams.get('filename')).toBe(path);
  expect(searchParams.get('value')).toBe(text);
  expect(address).toMatch(/^[\x21-\x7e]+$/);
});

test('a file that no address can carry gets none', () => {
  expect(newFileAddress(repository, path, 'x'.repeat(7800))).not.toBe(null);
  expect(newFileAddress(repository, path, 'x'.repeat(8000))).toBe(null);
  expect(newFileAddress(repository, path, 'ü'.repeat(2000))).toBe(null);
});

test('without content there is the empty page, and the page of a file that is there', () => {
  expect(emptyFileAddress(repository, path)).toBe(
    'https://github.com/example/data/new/main?filename=data%2Fmodels%2Fsmall-1b.json',
  );
  expect(editFileAddress(repository, path)).toBe(
    'https://github.com/example/data/edit/main/data/models/small-1b.json',
  );
});
