/** Works of the bibliography as texts, made by the citation library in the APA style. */
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-csl';
import type { Work } from '../lib/schemaBibliography.ts';

const style = { format: 'text', template: 'apa', lang: 'en-GB' };

/** The entry of a reference list: "Xiao, C., … (2024). Densing Law of LLMs. …". */
export function formatReference(work: Work): string {
  return new Cite([forLibrary(work)]).format('bibliography', style).trim();
}

/** The mark in a text: "Xiao et al., 2024". */
export function formatMention(work: Work): string {
  const mention = new Cite([forLibrary(work)]).format('citation', style).trim();
  return mention.replace(/^\(|\)$/g, '');
}

/** The record without what only this site knows. */
function forLibrary({ custom: _, ...item }: Work): object {
  return item;
}
