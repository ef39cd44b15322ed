/**
 * Choices as text: in and out of the query of an address, and as short names. Whatever is unknown
 * or out of range gets a sentence, never a silent default.
 */
import type { ChoiceContext, ChoiceKind } from './choiceKinds.ts';
import { choiceKinds as kinds } from './choiceKinds.ts';
import type { Choices } from './choices.ts';
import { defaultChoices } from './choices.ts';
import { RefusalError } from './refusal.ts';

const choiceIds = Object.keys(kinds) as (keyof Choices)[];

/** The name of every choice in an address and on the command line, with its heading and default. */
export const choiceKeys = choiceIds.map((id) => {
  const { key, label } = kinds[id];
  return { key, label, standard: textOf(defaultChoices, id) };
});

/**
 * Checks every choice against the data.
 *
 * @throws RefusalError with a sentence on the first choice that cannot be made
 */
export function checkChoices(choices: Choices, context: ChoiceContext): void {
  for (const id of choiceIds) {
    const sentence = complainOf(id, choices, context);
    if (sentence !== null) throw new RefusalError({ code: 'unknown-choice', sentence });
  }
  const stray = Object.keys(choices).find((id) => !(id in kinds));
  if (stray !== undefined) throw new RefusalError(unknownKey(stray, choiceIds));
}

function complainOf<K extends keyof Choices>(
  id: K,
  choices: Choices,
  context: ChoiceContext,
): string | null {
  return kinds[id].complain(choices[id], context, choices);
}

/**
 * The choices that differ from the headline as the query of an address, in a fixed order, without
 * a question mark; empty for the headline itself.
 */
export function choicesToQuery(choices: Partial<Choices>): string {
  const query = new URLSearchParams();
  for (const id of choiceIds) addToQuery(query, id, choices[id]);
  return query.toString();
}

function addToQuery<K extends keyof Choices>(
  query: URLSearchParams,
  id: K,
  value: Choices[K] | undefined,
): void {
  if (value === undefined) return;
  const { key, toText } = kinds[id] as ChoiceKind<Choices[K]>;
  const text = toText(value);
  if (text !== toText(defaultChoices[id])) query.set(key, text);
}

/**
 * The choices that a query names; the rest are the headline's. Whether a named panel, ruler or
 * family exists is for {@link checkChoices}.
 *
 * @param query with or without a leading question mark
 * @throws RefusalError where a key is unknown or stands twice
 */
export function choicesFromQuery(query: string): Choices {
  const choices: Choices = { ...defaultChoices };
  const seen = new Set<string>();
  for (const [key, text] of new URLSearchParams(query)) {
    const id = choiceIds.find((candidate) => kinds[candidate].key === key);
    if (id === undefined) {
      throw new RefusalError(
        unknownKey(
          key,
          choiceIds.map((candidate) => kinds[candidate].key),
        ),
      );
    }
    if (seen.has(key)) {
      const sentence = `The address names ${kinds[id].label} twice; give it once.`;
      throw new RefusalError({ code: 'unknown-choice', sentence });
    }
    seen.add(key);
    readInto(choices, id, text);
  }
  return choices;
}

function readInto<K extends keyof Choices>(choices: Choices, id: K, text: string): void {
  choices[id] = (kinds[id] as ChoiceKind<Choices[K]>).fromText(text);
}

/** A choice that differs from the headline, in words. */
export interface NamedChoice {
  id: keyof Choices;
  label: string;
  name: string;
}

/** What differs from the headline, in words; draws and seed are no choices of measurement. */
export function nameChoices(choices: Choices, context: ChoiceContext): NamedChoice[] {
  return choiceIds
    .filter((id) => id !== 'draws' && id !== 'seed')
    .filter((id) => textOf(choices, id) !== textOf(defaultChoices, id))
    .map((id) => ({ id, label: kinds[id].label, name: nameChoice(id, choices, context) }));
}

/** The short name of one choice. */
function nameChoice<K extends keyof Choices>(
  id: K,
  choices: Choices,
  context: ChoiceContext,
): string {
  return kinds[id].name(choices[id], context, choices);
}

function textOf<K extends keyof Choices>(choices: Choices, id: K): string {
  return kinds[id].toText(choices[id]);
}

function unknownKey(key: string, known: readonly string[]) {
  return {
    code: 'unknown-choice' as const,
    sentence: `There is no choice called "${key}"; known are ${known.join(', ')}.`,
  };
}
