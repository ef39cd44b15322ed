/** Terms by their ids. */
import { terms } from './terms/en.ts';
import type { Term } from './terms/term.ts';

/** A term by its id. Throws where the glossary has none. */
export function findTerm(id: string): Term {
  const term = terms.find((candidate) => candidate.id === id);
  if (term) return term;
  throw new RangeError(`the glossary has no term "${id}"; see src/content/terms/en.ts`);
}

/** The first sentence of a definition: enough for a popover. */
export function firstSentence(definition: string): string {
  return /^.*?[.?!](?= |$)/.exec(definition)?.[0] ?? definition;
}
