/** Works of the bibliography and pages of the site as citations, made by the citation library. */
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import type { CslItem } from '../lib/cite/citable.ts';
import type { Work } from '../lib/schemaBibliography.ts';
import { creditStyle } from './creditStyle.ts';

const bibtex = plugins.config.get('@bibtex');
// Our keys are made for this; the library's own would be the same for every page of a year.
bibtex.format.useIdAsLabel = true;
bibtex.format.checkLabel = false;
plugins.config.get('@csl').styles.add('credit', creditStyle);

const style = { format: 'text', template: 'apa', lang: 'en-GB' };

/** What a record says in place of names that it does not list, as BibTeX does. */
const unlisted = /,? & and others\b\.?/;

/** The entry of a reference list: "Xiao, C., … (2024). Densing Law of LLMs. …". */
export function formatReference(work: Work): string {
  const entry = new Cite([forLibrary(work)]).format('bibliography', style).trim();
  return entry.replace(unlisted, ', et al.');
}

/** The mark in a text: "Xiao et al., 2024". */
export function formatMention(work: Work): string {
  const mention = new Cite([forLibrary(work)]).format('citation', style).trim();
  return mention.replace(/^\(|\)$/g, '');
}

/** A page as the entry of a reference list, in the APA style. */
export function formatPage(item: CslItem): string {
  return new Cite([item]).format('bibliography', style).trim();
}

/** A page as one line of credit, for a slide or a caption. */
export function formatCredit(item: CslItem): string {
  return new Cite([item]).format('bibliography', { ...style, template: 'credit' }).trim();
}

/** Formats of citation files, by the extension of their names. */
export const citationFormats = ['bib', 'ris', 'json'] as const;
export type CitationFormat = (typeof citationFormats)[number];

/** Items as a file for a reference manager. */
export function formatCitationFile(items: readonly object[], format: CitationFormat): string {
  if (format === 'json') return `${JSON.stringify(items, null, 2)}\n`;
  if (format === 'bib') return `${new Cite(items.map(fixedCase)).format('bibtex').trim()}\n`;
  // The library breaks lines at seventy signs, within words and addresses; readers would keep the gap.
  return `${new Cite(items).format('ris').replace(/\n(?![A-Z][A-Z0-9] {2}-)/g, '')}\n`;
}

/** Keeps BibTeX styles from setting a title in small letters: names of models would suffer. */
function fixedCase(item: object): object {
  return 'title' in item
    ? { ...item, title: `<span class="nocase">${String(item.title)}</span>` }
    : item;
}

/** Works as a file for a reference manager. */
export function formatWorks(works: readonly Work[], format: CitationFormat): string {
  return formatCitationFile(works.map(forLibrary), format);
}

/** The record without what only this site knows. */
function forLibrary({ custom: _, ...item }: Work): object {
  return item;
}
