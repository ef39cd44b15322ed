/** Reads what the site has promised to answer. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Move } from '../lib/addresses.ts';
import { MovesFile } from '../lib/addresses.ts';

/** Every address ever published, as `data/addresses.json` under `root` lists them; none without it. */
export function readAddresses(root: string): string[] {
  const path = resolve(root, 'data', 'addresses.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as string[]) : [];
}

/** Addresses that moved or were withdrawn, as `data/moves.json` under `root` lists them. */
export function readMoves(root: string): Move[] {
  const path = resolve(root, 'data', 'moves.json');
  return MovesFile.parse(JSON.parse(readFileSync(path, 'utf8')));
}
