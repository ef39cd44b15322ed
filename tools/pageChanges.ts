/**
 * What a change of the data does to the pages: the site is built from both states with the same code,
 * and every figure's data and every article's text are compared.
 */
import { spawn } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { diffArrays } from 'diff';
import { NOT_DATA } from '../src/build/readData.ts';
import type { PageChanges } from '../src/lib/report/report.ts';
import type { Texts } from './dataFiles.ts';
import { copyProject } from './projectCopy.ts';

/** A site that could not be built from one of the two states. */
export class PagesError extends Error {}

/** A built site as far as it is compared: its tables of figures, their words, its articles. */
export type BuiltTexts = ReadonlyMap<string, string>;

/**
 * Builds the site of `root` from these texts of records, in a copy that is removed again.
 *
 * @throws {PagesError} with the last words of the build
 */
export async function buildTexts(root: string, name: string, texts: Texts): Promise<BuiltTexts> {
  const copy = copyProject(root, `pages-${name}-${process.pid}`, ['images', 'results']);
  try {
    for (const file of globSync('**/*.json', { cwd: join(copy, 'data') })) {
      if (!NOT_DATA.test(file.replaceAll('\\', '/'))) rmSync(join(copy, 'data', file));
    }
    for (const [file, text] of texts) {
      const path = join(copy, 'data', file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    await build(copy, name);
    return readBuilt(join(copy, 'dist'));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

async function build(copy: string, name: string): Promise<void> {
  const child = spawn(process.execPath, [join(copy, 'tools', 'build.ts')], {
    cwd: copy,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let words = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    words += text;
  });
  const code = await new Promise<number | null>((done) => child.on('close', done));
  if (code === 0) return;
  const said = words.trim().replaceAll(copy, '').slice(-1500);
  throw new PagesError(`the pages could not be built from ${name}:\n${said}`);
}

function readBuilt(dist: string): BuiltTexts {
  const files = globSync(['f/*.csv', 'f/*.json', '**/index.md'], { cwd: dist }).sort();
  return new Map(
    files.map((file) => [file.replaceAll('\\', '/'), readFileSync(join(dist, file), 'utf8')]),
  );
}

/** Compares two built sites; what only names the state of the data is not a change. */
export function comparePages(before: BuiltTexts, after: BuiltTexts): PageChanges {
  const figures = [...after.keys()].filter((file) => /^f\/[^/]+\.csv$/.test(file));
  const articles = [...after.keys()].filter((file) => file.endsWith('index.md'));
  return {
    compared: { figures: figures.length, articles: articles.length },
    figures: figures
      .filter((file) => before.get(file) !== after.get(file))
      .map((file) => {
        const id = file.slice('f/'.length, -'.csv'.length);
        const words = JSON.parse(after.get(`f/${id}.json`) ?? '{}') as { title?: string };
        return { id, title: words.title ?? id };
      }),
    sentences: articles.flatMap((file) => {
      const page = `/${file.slice(0, -'index.md'.length)}`;
      return compareTexts(before.get(file) ?? '', after.get(file) ?? '').map((change) => ({
        page,
        ...change,
      }));
    }),
  };
}

/** Sentences that differ, each beside the one in whose place it stands. */
function compareTexts(before: string, after: string): { before: string; after: string }[] {
  const changes: { before: string; after: string }[] = [];
  let gone: string[] = [];
  const flush = (come: readonly string[]) => {
    for (let i = 0; i < Math.max(gone.length, come.length); i++) {
      changes.push({ before: gone[i] ?? '–', after: come[i] ?? '–' });
    }
    gone = [];
  };
  for (const part of diffArrays(sentencesOf(before), sentencesOf(after))) {
    if (part.removed) gone = [...gone, ...part.value];
    else flush(part.added ? part.value : []);
  }
  flush([]);
  return changes;
}

/** The sentences and table rows of an article, without addresses and the version of the data. */
function sentencesOf(markdown: string): string[] {
  return markdown
    .replace(/!?\[((?:[^\]\\]|\\.)*)\]\([^)\s]*\)/g, '$1')
    .replace(/\d{4}-\d{2}-\d{2} · [0-9a-f]{8}/g, 'VERSION')
    .replace(/SHA-256 [0-9a-f]{64}/g, 'SHA-256')
    .split(/\n+|(?<=[.?!]["”’)]?) (?=\p{Lu})/u)
    .map((sentence) => sentence.trim())
    .filter(Boolean);
}
