/** Was a printed number right then, and is it right now? */

/** As much of a number's file as the question needs. */
export interface Printed {
  name: string;
  text: string | null;
  intervalText: string | null;
}

/** Whether a reader's value is the one printed: spaces, signs and the unit's spelling may differ. */
export function isSameValue(asked: string, printed: string): boolean {
  const [a, b] = [normalise(asked), normalise(printed)];
  return a === b || a === b.replace(/[^\d.%$−-].*$/, '');
}

function normalise(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s\u00a0\u202f]+/g, '')
    .replaceAll(',', '')
    .replaceAll('-', '−');
}

/**
 * The answer in sentences.
 *
 * @param then the number in the release asked for; null where that release has none
 * @param now the number as it is; null where it is no longer made
 */
export function sayCheck(
  asked: { release: string; value: string },
  then: Printed | null,
  now: Printed | null,
): string[] {
  const { release, value } = asked;
  const name = then?.name ?? now?.name;
  if (name === undefined) return ['There is no number with this id, neither then nor now.'];
  return [
    `The ${name}.`,
    ...(release === '' ? [] : [saySide(`In release ${release}`, 'was', value, then)]),
    saySide('On the site today', 'is', value, now),
  ];
}

function saySide(
  where: string,
  verb: 'was' | 'is',
  value: string,
  printed: Printed | null,
): string {
  if (!printed) return `${where} there ${verb} no such number.`;
  if (printed.text === null) return `${where} the data ${verb === 'is' ? 'refuse' : 'refused'} it.`;
  const interval = printed.intervalText === null ? '' : ` (${printed.intervalText})`;
  const found = `${where} it ${verb} ${printed.text}${interval}`;
  if (value === '') return `${found}.`;
  return isSameValue(value, printed.text)
    ? `${found}: “${value}” ${verb} right.`
    : `${found}: “${value}” ${verb} not right.`;
}
