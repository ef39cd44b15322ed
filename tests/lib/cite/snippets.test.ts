import { expect, test } from 'vitest';
import { frameSnippet, pictureSnippet } from '../../../src/lib/cite/snippets.ts';

const page = 'https://x.example/f/sizes/';

test('a picture leads to its page and says what it shows, whatever signs are in the words', () => {
  const alt = 'Sizes of "small" models & <others>';
  expect(pictureSnippet({ page, image: 'https://x.example/f/sizes.svg', alt })).toBe(
    '<a href="https://x.example/f/sizes/"><img src="https://x.example/f/sizes.svg" alt="Sizes of &quot;small&quot; models &amp; &lt;others>"></a>',
  );
});

test('a frame shows the page made for frames', () => {
  expect(frameSnippet({ page, title: 'A "b"' })).toBe(
    '<iframe src="https://x.example/f/sizes/embed/" title="A &quot;b&quot;" width="100%" height="720"></iframe>',
  );
});
