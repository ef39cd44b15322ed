import type { Lint } from './lint.ts';
import { squash } from './names.ts';

export const sameModelTwice: Lint = {
  id: 'same-model-twice',
  severity: 'warning',
  group: 'identity',
  title: 'One model has one record.',
  why: 'A model entered twice counts twice. The same repository, or a name that differs only in case and hyphens, is mostly the same weights; its second id belongs into "aliases" of the first record.',
  example: {
    wrong: 'data/models/qwen-2.5-7b.json beside data/models/qwen2.5-7b.json',
    right: 'data/models/qwen2.5-7b.json with "aliases": ["qwen-2.5-7b"]',
  },
  check({ record }, { models }) {
    const hub = record.hub?.toLowerCase();
    const keys = new Set([squash(record.id), `${squash(record.name)} ${record.stage}`]);
    const twin = models.find(
      (other) =>
        other.id !== record.id &&
        ((hub !== undefined && other.hub?.toLowerCase() === hub) ||
          keys.has(squash(other.id)) ||
          keys.has(`${squash(other.name)} ${other.stage}`) ||
          other.aliases.some((alias) => squash(alias) === squash(record.id))),
    );
    if (!twin) return [];
    const isHub = hub !== undefined && twin.hub?.toLowerCase() === hub;
    return [
      {
        path: [isHub ? 'hub' : 'id'],
        message: `${twin.name} (data/models/${twin.id}.json) has ${isHub ? 'the same repository' : 'the same name, but for case and punctuation'}.`,
        mend: 'If it is the same model, add your scores to that file. If not, make the names differ as the models do.',
      },
    ];
  },
};
