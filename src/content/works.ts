/** Works by their ids, as marks in the text and entries of a list. */
import { formatMention, formatReference } from '../build/citations.ts';
import { data } from '../build/results.ts';
import type { Work } from '../lib/schemaBibliography.ts';

/** A work by its id. Throws where the bibliography has none. */
export function findWork(id: string): Work {
  const work = data.bibliography.find((candidate) => candidate.id === id);
  if (work) return work;
  const known = data.bibliography.map((candidate) => candidate.id).join(', ');
  throw new RangeError(`data/bibliography.json has no work "${id}"; it has ${known}`);
}

const mentions = new Map<string, string>();
const references = new Map<string, string>();

/** "Xiao et al., 2024". */
export function mentionOf(id: string): string {
  return remember(mentions, id, formatMention);
}

/** The entry of a reference list, without its address. */
export function referenceOf(id: string): string {
  return remember(references, id, formatReference).replace(/\s*https?:\/\/\S+$/, '');
}

function remember(kept: Map<string, string>, id: string, format: (work: Work) => string): string {
  const known = kept.get(id);
  if (known !== undefined) return known;
  const text = format(findWork(id));
  kept.set(id, text);
  return text;
}
