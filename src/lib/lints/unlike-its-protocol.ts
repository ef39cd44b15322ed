import type { Finding, Lint, LintContext } from './lint.ts';

/** Scores of a protocol that make a habit, and the share of them that agree. */
const HABIT = { scores: 50, share: 0.95 };

export const unlikeItsProtocol: Lint = {
  id: 'unlike-its-protocol',
  severity: 'warning',
  group: 'scores',
  title: 'A score was run and reported like the others of its protocol.',
  why: 'All values of a leaderboard come from one program, run by one party. One that names another program or says that the developer ran it was not taken from that leaderboard.',
  example: {
    wrong: '"protocol": "oll-v2", "harness": null, "reporter": "developer"',
    right: '"protocol": "oll-v2", "harness": "lm-eval-harness", "reporter": "third-party"',
  },
  check({ record }, context) {
    return record.scores.flatMap((score, i) =>
      (['harness', 'reporter'] as const).flatMap((key): Finding[] => {
        const usual = habitOf(score.protocol, key, context);
        if (usual === undefined || usual === score[key] || score.note !== undefined) return [];
        return [
          {
            path: ['scores', i, key],
            message: `Under ${score.protocol} nearly all scores have ${key} ${JSON.stringify(usual)}; this one has ${JSON.stringify(score[key])}.`,
            mend: 'Correct it, or choose the protocol under which the test was run.',
          },
        ];
      }),
    );
  },
};

type Key = 'harness' | 'reporter';
const habits = new WeakMap<LintContext, Map<string, string | null>>();

/** What nearly all scores of a protocol have in common; undefined where they have not. */
function habitOf(protocol: string, key: Key, context: LintContext): string | null | undefined {
  let known = habits.get(context);
  if (known === undefined) {
    known = findHabits(context);
    habits.set(context, known);
  }
  return known.get(`${protocol} ${key}`);
}

function findHabits({ models }: LintContext): Map<string, string | null> {
  const counts = new Map<string, Map<string | null, number>>();
  for (const { scores } of models) {
    for (const score of scores) {
      if (score.protocol === 'reported') continue;
      for (const key of ['harness', 'reporter'] as const) {
        const name = `${score.protocol} ${key}`;
        const count = counts.get(name) ?? new Map<string | null, number>();
        counts.set(name, count.set(score[key], (count.get(score[key]) ?? 0) + 1));
      }
    }
  }
  const found = new Map<string, string | null>();
  for (const [name, count] of counts) {
    const all = [...count.values()].reduce((sum, n) => sum + n, 0);
    const usual = [...count].find(([, n]) => all >= HABIT.scores && n >= HABIT.share * all);
    if (usual) found.set(name, usual[0]);
  }
  return found;
}
