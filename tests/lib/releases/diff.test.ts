import { describe, expect, test } from 'vitest';
import { draftArticle } from '../../../src/lib/releases/article.ts';
import type { Edition } from '../../../src/lib/releases/diff.ts';
import { diffReleases, isUnchanged, toldInArticle } from '../../../src/lib/releases/diff.ts';
import { compareReleases } from '../../../src/lib/releases/release.ts';
import { madeUpRelease, madeUpNumber } from '../../fixtures/release.ts';

const before = madeUpRelease();
const edited = (change: Partial<Edition>): Edition => ({ ...before, ...change });

describe('between two editions', () => {
  test('that are alike nothing changed', () => {
    expect(isUnchanged(diffReleases(before, before))).toBe(true);
  });

  test('a number changed when what pages print did', () => {
    const number = madeUpNumber({ value: 190, text: '190 days' });
    const { numbers } = diffReleases(before, edited({ numbers: [number] }));
    expect(numbers.changed).toEqual([
      {
        id: 'doubling-time',
        title: 'doubling time of density',
        before: '183 days (149 to 306 days)',
        after: '190 days (149 to 306 days)',
        redefined: false,
      },
    ]);
  });

  test('a number below the last printed digit did not change', () => {
    const number = madeUpNumber({ value: 183.2 });
    expect(isUnchanged(diffReleases(before, edited({ numbers: [number] })))).toBe(true);
  });

  test('a number that means something else is told even when its value is the same', () => {
    const number = madeUpNumber({ definitionHash: 'b'.repeat(64) });
    const { numbers } = diffReleases(before, edited({ numbers: [number] }));
    expect(numbers.changed.map(({ redefined }) => redefined)).toEqual([true]);
  });

  test('a number the data now refuse says so', () => {
    const number = madeUpNumber({ value: null, text: null, intervalText: null, refusal: 'Few.' });
    const { numbers } = diffReleases(before, edited({ numbers: [number] }));
    expect(numbers.changed[0]?.after).toBe('refused');
  });

  test('records come, go and change', () => {
    const records = { 'model-a': 'ffff', 'model-c': '3333' };
    expect(diffReleases(before, edited({ records })).records).toEqual({
      added: ['model-c'],
      removed: ['model-b'],
      changed: ['model-a'],
    });
  });

  test('claims, predictions and sentences turn', () => {
    const diff = diffReleases(
      before,
      edited({
        verdict: 'Models no longer get denser',
        claims: before.claims.map((claim) => ({ ...claim, status: 'fails' })),
        predictions: before.predictions.map((one) => ({ ...one, status: 'met' })),
      }),
    );
    expect(diff.claims[0]).toMatchObject({ before: 'holds', after: 'fails' });
    expect(diff.predictions[0]).toMatchObject({ before: 'open', after: 'met' });
    expect(diff.sentences.map(({ id }) => id)).toEqual(['verdict']);
  });
});

test('what is no longer claimed, foretold or said is told, and what is new', () => {
  const sentences = { brandNew: 'It slows.' };
  const after = edited({ claims: [], predictions: [], sentences });
  const diff = diffReleases(before, after);
  for (const changes of [diff.claims, diff.predictions]) {
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.every((change) => change.after === 'no longer there')).toBe(true);
  }
  const gone = Object.keys(before.sentences).length;
  expect(diff.sentences).toHaveLength(gone + 1);
  expect(diff.sentences[0]).toEqual({
    id: 'brandNew',
    title: 'brandNew',
    before: 'not there',
    after: 'It slows.',
  });
});

test('releases are in order of time, not of letters', () => {
  expect(['2026.11', '2027.1', '2026.9'].sort(compareReleases)).toEqual([
    '2026.9',
    '2026.11',
    '2027.1',
  ]);
});

test('an article tells what is said otherwise, and of the numbers only the doubling times', () => {
  const ids = ['doubling-time', 'doubling-time-records', 'tokens-doubling-time', 'doubling-timer'];
  const numbersOf = (text: string) => ids.map((id) => madeUpNumber({ id, text }));
  const diff = diffReleases(
    edited({ numbers: numbersOf('183 days') }),
    edited({ numbers: numbersOf('190 days'), verdict: 'It ends', records: {} }),
  );
  const told = toldInArticle(diff);
  expect(told.numbers.changed.map(({ id }) => id)).toEqual(ids.slice(0, 2));
  expect(told.sentences).toEqual(diff.sentences);
  expect(diff.records.removed).not.toEqual([]);
  expect(told.records).toEqual({ added: [], removed: [], changed: [] });
});

describe('the draft of a release', () => {
  test('takes every number from the release and types none', () => {
    const draft = draftArticle(before, null);
    expect(draft).toContain('<FrozenNumber release="2026.9" id="doubling-time" />');
    expect(draft.replaceAll(/2026\.9|2026-11-23|90 %|doubling-time/g, '')).not.toMatch(/\d/);
  });

  test('names what changed since the release before', () => {
    const next = { ...madeUpRelease(), release: '2026.10', previous: '2026.9' };
    const diff = diffReleases(before, edited({ numbers: [madeUpNumber({ text: '190 days' })] }));
    const draft = draftArticle(next, diff);
    expect(draft).toContain('What changed since 2026.9?');
    expect(draft).toContain('- 1 changed number\n');
    expect(draft).toContain('Say here why.');
  });

  test('counts each kind of change, and names none that did not happen', () => {
    const next = { ...madeUpRelease(), release: '2026.10', previous: '2026.9' };
    const hash = 'a'.repeat(64);
    const more = { ...before.records, one: hash, two: hash, three: hash };
    const claims = before.claims.map((claim) => ({ ...claim, status: 'fails' }));
    const draft = draftArticle(next, diffReleases(before, edited({ records: more, claims })));
    const failed = claims.length === 1 ? 'claim' : 'claims';
    expect(draft.match(/^- .*$/gm)).toEqual([
      '- 3 new records',
      `- ${claims.length} ${failed} with another status`,
    ]);
    expect(draft).toContain('<FrozenChanges release="2026.10" />');
  });
});
