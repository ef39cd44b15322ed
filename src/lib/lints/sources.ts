/** The addresses in a record, and what their form says. */
import type { Path } from '../jsonText.ts';
import type { ModelRecord } from '../schema.ts';

export interface SourceAt {
  path: Path;
  source: string;
  url: URL;
}

const known = new WeakMap<ModelRecord, SourceAt[]>();

/** Every source of a record with its place; one entry for each address, at its first place. */
export function sourcesOf(record: ModelRecord): SourceAt[] {
  const found = known.get(record) ?? findSources(record);
  known.set(record, found);
  return found;
}

function findSources({ released, parameters, trainingTokens, ...rest }: ModelRecord): SourceAt[] {
  const { alternatives, distilledInPretraining, scores } = rest;
  const facts = Object.entries({ released, parameters, trainingTokens, distilledInPretraining });
  const all: [Path, string | undefined][] = [
    ...facts.map(([key, fact]): [Path, string | undefined] => [[key, 'source'], fact?.source]),
    ...Object.entries(alternatives).flatMap(([key, list]) =>
      list.map(({ source }, i): [Path, string] => [['alternatives', key, i, 'source'], source]),
    ),
    ...scores.map(({ source }, i): [Path, string] => [['scores', i, 'source'], source]),
  ];
  const first = new Map<string, SourceAt>();
  for (const [path, source] of all) {
    if (source === undefined || first.has(source)) continue;
    first.set(source, { path, source, url: new URL(source) });
  }
  return [...first.values()];
}

/** First day of the month in an arXiv address such as `2412.15115`; null for any other address. */
export function arxivMonth({ hostname, pathname }: URL): string | null {
  if (!/(?:^|\.)arxiv\.org$/.test(hostname)) return null;
  const [, year, month] = /\/(\d\d)(0[1-9]|1[0-2])\.\d{4,5}/.exec(pathname) ?? [];
  return year === undefined ? null : `20${year}-${month}-01`;
}
