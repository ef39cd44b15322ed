import type { Finding, Lint } from './lint.ts';

export const reporterAgainstSource: Lint = {
  id: 'reporter-against-source',
  severity: 'warning',
  group: 'sources',
  title: 'What the developer’s own page reports is from the developer.',
  why: 'Readers trust a number differently when its maker measured it. A score found in the model’s own repository is the developer’s, not a third party’s.',
  example: {
    wrong:
      '"reporter": "third-party", "source": "https://huggingface.co/Qwen/Qwen2.5-7B" for a Qwen model',
    right: '"reporter": "developer", "source": "https://huggingface.co/Qwen/Qwen2.5-7B"',
  },
  check({ record }) {
    const owner = record.hub?.split('/')[0]?.toLowerCase();
    if (owner === undefined) return [];
    return record.scores.flatMap(({ reporter, source, note }, i): Finding[] => {
      const url = new URL(source);
      const isHub = /^(?:github\.com|huggingface\.co)$/.test(url.hostname);
      if (reporter === 'developer' || note !== undefined || !isHub) return [];
      if (url.pathname.split('/')[1]?.toLowerCase() !== owner) return [];
      return [
        {
          path: ['scores', i, 'reporter'],
          message: `The source belongs to ${record.hub?.split('/')[0]}, who made the model.`,
          mend: 'Write "developer"; if the page quotes somebody else’s run, say so in "note".',
        },
      ];
    });
  },
};
