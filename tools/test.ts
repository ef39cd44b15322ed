/**
 * Every check of the project, in one command: `node tools/test.ts`.
 *
 * Two lanes run side by side, for two cores: what reads the sources only, their tests among it, and
 * what writes Astro's files, with the tests of the built site after it. The last line counts every
 * test and every step; the exit code is 1 when anything failed.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Step {
  name: string;
  /** A script of ours or of a package, then its arguments. */
  command: string[];
}

interface Count {
  passed: number;
  failed: number;
}

const sources: Step[] = [
  { name: 'formatter', command: [script('prettier', 'bin/prettier.cjs'), '--check', '.'] },
  {
    name: 'linter',
    command: [script('@biomejs/biome', 'bin/biome'), 'lint', '--error-on-warnings'],
  },
  { name: 'dead code', command: [script('knip', 'bin/knip.js')] },
];
const site: Step[] = [
  { name: 'build', command: [resolve(root, 'tools/build.ts')] },
  { name: 'types', command: [resolve(root, 'tools/astro.ts'), 'check'] },
];

function script(name: string, file: string): string {
  return join(root, 'node_modules', name, file);
}

/** Runs one step and prints how it went; its output only when it failed. */
async function run({ name, command }: Step): Promise<boolean> {
  const start = performance.now();
  const child = spawn(process.execPath, command, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0' },
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => output.push(text));
  }
  const passed = await new Promise<boolean>((done) => {
    child.on('close', (code) => done(code === 0));
  });
  console.log(`${passed ? 'ok  ' : 'FAIL'}  ${name}  ${seconds(start)}`);
  if (!passed) console.log(indent(stripVTControlCharacters(output.join(''))));
  return passed;
}

function indent(text: string): string {
  return text.trimEnd().replace(/^/gm, '      ');
}

async function runInOrder(steps: readonly Step[]): Promise<boolean[]> {
  const results: boolean[] = [];
  for (const step of steps) results.push(await run(step));
  return results;
}

/** Runs the tests of a project of vitest.config.ts, and counts them. */
async function runTests(project: 'sources' | 'site', workers: number): Promise<Count> {
  const report = resolve(root, '.cache', `tests-${project}.json`);
  rmSync(report, { force: true });
  const start = performance.now();
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const settings = [`--project=${project}`, `--maxWorkers=${workers}`];
  const vitest = script('vitest', 'vitest.mjs');
  const child = spawn(process.execPath, [vitest, 'run', ...settings, ...reporters], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, CI: 'true', ...(!process.stdout.isTTY && { NO_COLOR: '1' }) },
  });
  const passed = await new Promise<boolean>((done) => {
    child.on('close', (code) => done(code === 0));
  });
  const count = readCount(report);
  console.log(`${passed ? 'ok  ' : 'FAIL'}  tests of the ${project}  ${seconds(start)}`);
  // A file that cannot be loaded fails the run without failing a test.
  if (!passed && count.failed === 0) count.failed = 1;
  return count;
}

function readCount(report: string): Count {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function seconds(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

const start = performance.now();
mkdirSync(resolve(root, '.cache'), { recursive: true });
const readLane = async () => {
  const steps = await runInOrder(sources);
  return { steps, tests: await runTests('sources', 1) };
};
const writeLane = async () => {
  const steps = await runInOrder(site);
  if (steps[0] === true) return { steps, tests: await runTests('site', 2) };
  // Without a fresh build its tests have nothing to judge; the failed build is counted.
  console.log('      the tests of the built site are left out: there is none');
  return { steps, tests: { passed: 0, failed: 0 } };
};
const lanes = await Promise.all([readLane(), writeLane()]);
const steps = lanes.flatMap((lane) => lane.steps);
const tests = {
  passed: lanes[0].tests.passed + lanes[1].tests.passed,
  failed: lanes[0].tests.failed + lanes[1].tests.failed,
};
const passed = steps.filter(Boolean).length + tests.passed;
const failed = steps.filter((ok) => !ok).length + tests.failed;

console.log(`\n${steps.length} steps and the tests took ${seconds(start)}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || tests.passed === 0 ? 1 : 0;
