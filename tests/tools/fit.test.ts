import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { choiceKeys } from '../../src/lib/choiceText.ts';
import { analyses } from '../../tools/analyses.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

function run(tool: 'fit' | 'simulate', ...args: string[]) {
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 } as const;
  return spawnSync(process.execPath, [`tools/${tool}.ts`, ...args], options);
}

test('help names every choice and every analysis', () => {
  const { stdout, status } = run('fit', '--help');
  expect(status).toBe(0);
  for (const { key } of choiceKeys) expect(stdout).toContain(`--${key} `);
  for (const name of Object.keys(analyses)) expect(stdout).toContain(`--${name} `);
});

test.each([
  [['--ruler', 'gpt-5'], /There is no ruler called "gpt-5"; known are .*two-step-1t/],
  [['--needs', '0'], /whole number from 1 to 50/],
  [['--as-of', '2024-02-30'], /calendar day/],
  [['--colour', 'red'], /Unknown option '--colour'/],
  [['--rivals', '--breaks'], /exclude each other/],
])('fit refuses %j with a sentence and code 2', (args, message) => {
  const { stderr, status } = run('fit', ...args);
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(status).toBe(2);
});

test('every choice reaches the results', () => {
  const { stdout } = run(
    ...([
      'fit',
      '--json',
      '--panel',
      'leaderboard-v2',
      '--draws',
      '0',
      '--ruler',
      'qwen1.5',
    ] as const),
    ...[
      '--parameters',
      'active',
      '--weights',
      'equal',
      '--benchmarks',
      'bbh,mmlu-pro,gpqa',
      '--needs',
      '2',
    ],
  );
  const [results] = JSON.parse(stdout) as [{ choices: object }];
  expect(results.choices).toMatchObject({
    ...{ panel: 'leaderboard-v2', draws: 0, ruler: 'qwen1.5', parameters: 'active' },
    ...{ weights: 'equal', benchmarks: ['bbh', 'mmlu-pro', 'gpqa'], needs: 2 },
  });
});

test('simulate prints one row for each estimator, noise and truth', () => {
  const { stdout, status } = run(
    'simulate',
    '--sets',
    '2',
    '--draws',
    '20',
    '--json',
    '--panel',
    'leaderboard-v2',
  );
  expect(status).toBe(0);
  const { densities, scores } = JSON.parse(stdout) as { densities: unknown[]; scores: unknown[] };
  expect(densities).toHaveLength(2); // no growth, and the paper's
  expect(scores).toHaveLength(6); // three noises, two truths
});
