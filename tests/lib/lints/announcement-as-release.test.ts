import { expect, test } from 'vitest';
import { announcementAsRelease } from '../../../src/lib/lints/announcement-as-release.ts';
import { find, model, out, places } from '../../fixtures/lints.ts';

test('asks for another source where the date rests on a paper', () => {
  const found = find(
    announcementAsRelease,
    model(out('2024-12-19', { source: 'https://arxiv.org/abs/2412.15115' })),
  );
  expect(places(found)).toEqual(['released.source']);
});

test('is content with a note', () => {
  const found = find(
    announcementAsRelease,
    model(
      out('2024-12-19', {
        source: 'https://arxiv.org/abs/2412.15115',
        note: 'Weights on the same day.',
      }),
    ),
  );
  expect(places(found)).toEqual([]);
});

test('does not ask of closed models', () => {
  const found = find(
    announcementAsRelease,
    model({
      ...out('2024-12-19', { source: 'https://arxiv.org/abs/2412.15115' }),
      openWeights: false,
    }),
  );
  expect(places(found)).toEqual([]);
});
