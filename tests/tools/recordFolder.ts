/** A small data folder on disk, and the tools run on it. */
import type { SpawnSyncReturns } from 'node:child_process';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { validFiles } from '../fixtures/dataFolder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Writes the smallest valid data folder; `remove` deletes it. */
export function makeFolder(): { dir: string; remove: () => void } {
  const parent = mkdtempSync(join(tmpdir(), 'records-'));
  const dir = join(parent, 'data');
  for (const [path, content] of validFiles()) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), `${JSON.stringify(content, null, 2)}\n`);
  }
  return { dir, remove: () => rmSync(parent, { recursive: true }) };
}

/** Runs a tool; without `input` its standard input is closed. */
export function runTool(
  tool: string,
  args: readonly string[],
  input: string | null = null,
): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [`tools/${tool}.ts`, ...args], {
    cwd: root,
    encoding: 'utf8',
    ...(input === null ? { stdio: ['ignore', 'pipe', 'pipe'] as const } : { input }),
  } as { cwd: string; encoding: 'utf8' });
}
