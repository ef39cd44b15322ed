/** The record as a file: to GitHub, to the clipboard, to the disk. */
import type { Trial } from '../../lib/trial/judgeTrial.ts';
import { editFileAddress, emptyFileAddress, newFileAddress } from '../../lib/trial/newFile.ts';
import { element } from './elements.ts';

/** @param say tells the reader what became of a click */
export function showFile(
  box: HTMLElement,
  { path, verdicts, accepted, isKnown }: Trial,
  repository: string,
  say: (words: string) => void,
): void {
  if (accepted === null) {
    box.replaceChildren();
    return;
  }
  const { text } = accepted;
  const whole = `data/${path}`;
  const copy = element('button', 'Copy the file', { type: 'button', 'data-copy': '' });
  copy.addEventListener('click', () => void copyText(text, say));
  const download = element('button', 'Download the file', { type: 'button', 'data-download': '' });
  download.addEventListener('click', () => downloadText(path.replace(/^.*\//, ''), text));
  const hasErrors = verdicts.some(({ severity }) => severity === 'error');
  const way = hasErrors
    ? [element('p', 'There are errors above. Mend them first: with them it cannot be merged.')]
    : sendingWays(whole, text, repository, isKnown);
  const file = element('details', [
    element('summary', `The file, ${whole}`),
    element('pre', [element('code', text)], { tabindex: '0', 'aria-label': `Content of ${whole}` }),
  ]);
  file.dataset['file'] = whole;
  box.replaceChildren(...way, element('p', [copy, ' ', download], { class: 'buttons' }), file);
}

function sendingWays(path: string, text: string, repository: string, isKnown: boolean) {
  const link = (words: string, href: string) =>
    element('a', words, { href, class: 'main', 'data-send': '', rel: 'noreferrer' });
  if (isKnown) {
    return [
      element(
        'p',
        `There is a record ${path}. Your text takes its place in the comparison above: “without it” means with neither. To propose the change, copy the file, open the record on GitHub and put yours in its place.`,
      ),
      element('p', [link('Open the record on GitHub', editFileAddress(repository, path))]),
    ];
  }
  const address = newFileAddress(repository, path, text);
  if (address !== null) {
    return [
      element('p', [link('Open it as a new file on GitHub', address)]),
      element(
        'p',
        'GitHub asks you to log in, makes a copy of the repository for you where you need one, and proposes the file. Only this click sends the record anywhere.',
      ),
    ];
  }
  return [
    element(
      'p',
      'The file is too long to travel in an address: servers cut addresses off after about 8,000 characters. Copy it, then paste it into the empty page.',
    ),
    element('p', [link('Open an empty file on GitHub', emptyFileAddress(repository, path))]),
  ];
}

async function copyText(text: string, say: (words: string) => void): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say('The file is copied.');
  } catch {
    say(
      'This browser does not let the page copy. Select the text of the file below, or download it.',
    );
  }
}

function downloadText(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  element('a', '', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
