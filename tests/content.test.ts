import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { typedNumbers } from './prose.ts';

/** Names as data/ spells them: those of models and families, and of benchmarks. */
function namesInData(): string[] {
  const records = globSync('data/{models,benchmarks}/*.json').map(
    (path) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>,
  );
  const fields = records.flatMap(({ name, family, shortName }) => [name, family, shortName]);
  return [...new Set(fields.filter((value) => typeof value === 'string'))];
}

describe('the articles', () => {
  const articles = globSync('src/content/**/*.mdx').sort();
  const names = namesInData();

  test('are found, and so are the names', () => {
    expect(articles.length).toBeGreaterThan(0);
    expect(names.length).toBeGreaterThan(100);
  });

  test.each(articles)('%s types no measured number', (path) => {
    expect(typedNumbers(readFileSync(path, 'utf8'), names)).toEqual([]);
  });
});

const names = ['Llama 2 7B', 'Llama 2', 'Qwen2.5', 'MMLU-Pro', 'MATH Lvl 5'];
const numbersOf = (mdx: string) => typedNumbers(mdx, names).map(({ number }) => number.trim());

describe('a typed number is reported', () => {
  test.each([
    ['Density doubles every 3.5 months.', '3.5'],
    ['It grew by 12 % a year.', '12 %'],
    ['A model of 70 billion parameters.', '70'],
    ['**Fifty-one** models, and 51 of them are open.', '51'],
    ['- one item\n- 29 models', '29'],
    ['| a | b |\n| - | - |\n| x | 0.93 |', '0.93'],
    ['Slope −0.0073 per day.', '−0.0073'],
    ['Prices fell 266.7× in that time.', '266.7×'],
    ['<Chart caption="The 29 models" />', '29'],
    ['<Note>\n  About 88 days.\n</Note>', '88'],
    ['---\ntitle: Doubling every 99 days\n---\n\nText.', '99'],
    ['Llama 27 is no model.', '27'],
    ['See *the <Note title="9 of them">note</Note>*.', '9'],
  ])('%s', (mdx, number) => {
    expect(numbersOf(mdx)).toContain(number);
  });

  test.each([
    'Density doubles every three months.',
    'It halves in half a year.',
    'They are twenty times smaller.',
    'A seven-billion parameter model.',
    'Two to three years later.',
    'It takes *three* months.',
    'It has hundreds of billions of parameters.',
  ])('in words, too: %s', (mdx) => {
    expect(typedNumbers(mdx, names)).not.toEqual([]);
  });

  test('with its line, counted from the top of the file', () => {
    const mdx = '---\ntitle: A title\n---\n\nFirst.\n\nThen 42 models.\n';
    expect(typedNumbers(mdx, names)).toEqual([
      { line: 7, number: '42', context: 'Then 42 models.' },
    ]);
  });
});

describe('a number is not reported', () => {
  test.each([
    'Since 24 February 2023, and 2024-09-30, and May 2025, and 2026.',
    'Llama 2 and Llama 2 7B are measured by Qwen2.5 on MMLU-Pro and MATH Lvl 5.',
    'Density doubles every {formatMonths(results.doublingTime)}, in {3.5} months.',
    'The size is $N = 7 \\times 10^9$, and\n\n$$\n\\rho = 2\n$$',
    'Run `npm run fit -- --draws 2000` as often as you like.',
    '```sh\nsleep 10\n```',
    'See section 3.1, §2, Table 4 and equation 5 of arXiv:2412.04315v2.',
    '<Chart id="f-12" width={720} />',
    'Two models of one family are related; three panels answer.',
    "import { x } from '../lib/x2.ts';\n\nText.",
    '---\norder: 3\ntitle: The law\n---\n\nText.',
  ])('%s', (mdx) => {
    expect(typedNumbers(mdx, names)).toEqual([]);
  });
});
