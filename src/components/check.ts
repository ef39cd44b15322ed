/** The script of the page that checks a number: asks the site's own files, and nobody else. */
import type { Printed } from '../lib/releases/check.ts';
import { sayCheck } from '../lib/releases/check.ts';

/** Fills the form from the address and writes the answer; does nothing where nothing is asked. */
export async function answerCheck(
  form: HTMLFormElement,
  answer: HTMLElement,
  query: URLSearchParams,
): Promise<void> {
  const ask = (name: string) => (query.get(name) ?? '').trim().slice(0, 80);
  const [release, id, value] = [ask('release'), ask('n'), ask('v')];
  for (const [name, text] of [
    ['release', release],
    ['n', id],
    ['v', value],
  ] as const) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = text;
  }
  if (id === '') return;
  const root = form.dataset['check'] ?? '/';
  const file = `n/${encodeURIComponent(id)}.json`;
  const say = (sentences: readonly string[]) => {
    const lines = sentences.map((sentence) => {
      const line = document.createElement('p');
      line.textContent = sentence;
      return line;
    });
    answer.replaceChildren(...lines);
  };
  const frozen = `${root}v/${encodeURIComponent(release)}/`;
  try {
    // A name of another form, like "..", would lead out of the folder of releases.
    const isName = /^\d{4}\.\d{1,2}$/.test(release);
    const [then, now] = await Promise.all([
      isName ? read(`${frozen}${file}`) : null,
      read(`${root}${file}`),
    ]);
    const isUnknown = release !== '' && then === null && !(isName && (await fetch(frozen)).ok);
    const unknown = `There is no release “${release}”; the list of releases has them all.`;
    const sentences = sayCheck({ release: isUnknown ? '' : release, value }, then, now);
    say([...(isUnknown ? [unknown] : []), ...sentences]);
    const page = `n/${encodeURIComponent(id)}/`;
    const pages = [
      ...(then ? [[`${frozen}${page}`, `The number in release ${release}`] as const] : []),
      ...(now ? [[`${root}${page}`, 'The number now'] as const] : []),
    ];
    answer.append(...pages.map(([address, text]) => linkTo(address, text)));
  } catch {
    say([
      'The files of this site could not be read. Try again, or look the number up by the links on this page.',
    ]);
  }
}

function linkTo(address: string, text: string): HTMLParagraphElement {
  const link = document.createElement('a');
  link.href = address;
  link.textContent = text;
  const line = document.createElement('p');
  line.append(link);
  return line;
}

/** A number's file; null where there is none. */
async function read(address: string): Promise<Printed | null> {
  const response = await fetch(address);
  return response.ok ? ((await response.json()) as Printed) : null;
}
