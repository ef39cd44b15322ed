import { expect, test } from 'vitest';
import { sourceForm } from '../../../src/lib/lints/source-form.ts';
import { find, model, places, score } from '../../fixtures/lints.ts';

test('refuses a user name', () => {
  const found = find(
    sourceForm,
    model({ scores: [score({ source: 'https://arxiv.org@evil.example.com/x' })] }),
  );
  expect(places(found)).toEqual(['scores.0.source']);
});

test('refuses a single machine', () => {
  const found = find(
    sourceForm,
    model({ scores: [score({ source: 'http://192.168.0.1/report' })] }),
  );
  expect(places(found)).toEqual(['scores.0.source']);
});

test('refuses localhost', () => {
  const found = find(
    sourceForm,
    model({ scores: [score({ source: 'https://localhost/report' })] }),
  );
  expect(places(found)).toEqual(['scores.0.source']);
});

test('refuses a port', () => {
  const found = find(
    sourceForm,
    model({ scores: [score({ source: 'https://example.org:8443/report' })] }),
  );
  expect(places(found)).toEqual(['scores.0.source']);
});

test('refuses a shortened address', () => {
  const found = find(sourceForm, model({ scores: [score({ source: 'https://bit.ly/3xYz' })] }));
  expect(places(found)).toEqual(['scores.0.source']);
});

test('refuses a search', () => {
  const found = find(
    sourceForm,
    model({ scores: [score({ source: 'https://www.google.com/search?q=qwen' })] }),
  );
  expect(places(found)).toEqual(['scores.0.source']);
});

test('refuses tracking marks', () => {
  const found = find(
    sourceForm,
    model({ scores: [score({ source: 'https://example.org/report?utm_source=x' })] }),
  );
  expect(places(found)).toEqual(['scores.0.source']);
});

test('accepts a public page', () => {
  const found = find(sourceForm, model());
  expect(places(found)).toEqual([]);
});
