/** The draft of a release's article: what it says and what changed, for a person to edit. */
import type { ReleaseDiff } from './diff.ts';
import type { Release } from './release.ts';

/** The number that every release is known by. */
const HEADLINE = 'doubling-time';

/** MDX of the draft; its numbers come from the frozen release, none is typed. */
export function draftArticle(release: Release, diff: ReleaseDiff | null): string {
  const { release: name, date, previous } = release;
  return `---
release: '${name}'
title: 'Release ${name}'
description: 'What the Densing Law Observatory measured in release ${name}, with every number frozen.'
date: '${date}'
---

import { levelText } from '../../lib/phrases.ts';

## What does it say?

<FrozenVerdict release="${name}" /> The density of the dense edge of the field doubles in <FrozenNumber release="${name}" id="${HEADLINE}" /> ({levelText} interval <FrozenNumber release="${name}" id="${HEADLINE}" as="interval" />).

<FrozenFigure release="${name}" id="density-trend" />

## What changed${previous ? ` since ${previous}` : ''}?

${previous && diff ? draftChanges(name, diff) : 'This is the first release. There is nothing to compare it with; every later one will be compared with this.'}

## How do the seven corollaries stand?

<FrozenClaims release="${name}" />

## How do the predictions stand?

<FrozenPredictions release="${name}" />
`;
}

function draftChanges(release: string, diff: ReleaseDiff): string {
  const { records, numbers, claims, predictions } = diff;
  const counts = [
    [records.added.length, 'new record', 'new records'],
    [records.changed.length, 'changed record', 'changed records'],
    [numbers.changed.length, 'changed number', 'changed numbers'],
    [claims.length, 'claim with another status', 'claims with another status'],
    [predictions.length, 'prediction with another status', 'predictions with another status'],
  ] as const;
  const lines = counts
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => `- ${count} ${count === 1 ? one : many}`);
  return `${lines.join('\n') || '- nothing that pages print'}\n\n<FrozenChanges release="${release}" />\n\nSay here why.`;
}
