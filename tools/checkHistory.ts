/** What the records of another state of git hold and these lose, as verdicts of the check. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { DataFiles } from '../src/build/readData.ts';
import { locator } from '../src/lib/jsonText.ts';
import type { HistoryFinding } from '../src/lib/ledger/history.ts';
import { compareHistory } from '../src/lib/ledger/history.ts';
import type { Verdict } from '../src/lib/lints/judge.ts';
import { ModelRecord } from '../src/lib/schema.ts';

const page = 'https://densing-law.github.io/data/ledger/#append-only';

/**
 * Compares with the commit where this state left `base`, so that what others have added there since
 * does not count as removed here.
 *
 * @param dir the data folder, inside a repository
 * @param today day that proposed entries carry, YYYY-MM-DD
 */
export function historyVerdicts(
  dir: string,
  base: string,
  read: DataFiles,
  today: string,
): Verdict[] {
  const origin = forkPoint(dir, base);
  const before: ModelRecord[] = [];
  let isGone = false;
  for (const file of touchedFiles(dir, origin)) {
    const record = recordOf(git(dir, 'show', `${origin}:./${file}`));
    // A file that is there and cannot be read has its own errors; nothing can be said of its rows.
    const isHere = existsSync(join(dir, file));
    if (!record || (isHere && !ModelRecord.safeParse(read.files.get(file)).success)) continue;
    before.push(record);
    isGone ||= !isHere;
  }
  if (before.length === 0) return [];
  const names = new Set(before.map(({ id }) => id));
  const models = [...read.files].filter(
    ([file]) => file.startsWith('models/') && (isGone || names.has(basename(file, '.json'))),
  );
  const after = models.flatMap(([, value]) => {
    const result = ModelRecord.safeParse(value);
    return result.success ? [result.data] : [];
  });
  return compareHistory(before, after, today).map((finding) => verdictOf(finding, read));
}

function git(dir: string, ...args: string[]): string {
  const settings = { cwd: dir, encoding: 'utf8', stdio: 'pipe', maxBuffer: 1 << 28 } as const;
  return execFileSync('git', args, settings);
}

/** The last commit that `base` and this state share: what came after it on `base` is not ours. */
export function forkPoint(dir: string, base: string): string {
  try {
    return git(dir, 'merge-base', '--', base, 'HEAD').trim();
  } catch {
    // A shallow clone may not hold the common commit; then the branch as it stands has to do.
    return base;
  }
}

/** Model files of that state that have changed or gone. */
function touchedFiles(dir: string, origin: string): string[] {
  const listed = git(
    dir,
    ...['diff', '--name-only', '--relative', '-z', '--no-renames', '--diff-filter=MD'],
    ...[origin, '--', 'models'],
  );
  return listed.split('\0').filter((file) => file.endsWith('.json'));
}

function recordOf(text: string): ModelRecord | null {
  try {
    const result = ModelRecord.safeParse(JSON.parse(text));
    return result.success ? result.data : null;
  } catch {
    return null;
  }
}

function verdictOf({ model, severity, message, mend }: HistoryFinding, read: DataFiles): Verdict {
  const file = `models/${model}.json`;
  const text = read.texts.get(file);
  const { line, column, length } =
    text === undefined ? { line: 1, column: 1, length: 1 } : locator(text)(['scores']);
  const place = { file, line, column, length, field: text === undefined ? '' : 'scores' };
  return { ...place, severity, rule: 'append-only', message, mend, link: page };
}
