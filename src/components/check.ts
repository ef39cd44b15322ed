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
  const [then, now] = await Promise.all([
    release === '' ? null : read(`${root}v/${encodeURIComponent(release)}/${file}`),
    read(`${root}${file}`),
  ]);
  answer.replaceChildren(
    ...sayCheck({ release, value }, then, now).map((sentence) => {
      const line = document.createElement('p');
      line.textContent = sentence;
      return line;
    }),
  );
}

/** A number's file; null where there is none. */
async function read(address: string): Promise<Printed | null> {
  const response = await fetch(address);
  return response.ok ? ((await response.json()) as Printed) : null;
}
