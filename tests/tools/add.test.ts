import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { questions } from '../../src/lib/records/questions.ts';
import { makeFolder, runTool } from './recordFolder.ts';

let dir = '';
let remove = () => {};
beforeEach(() => ({ dir, remove } = makeFolder()));
afterEach(() => remove());

const page = 'https://example.org/report';
const flags = [
  ...['--name', 'Small 7B', '--id', 'small-7b', '--organization', 'Example', '--family', 'Small'],
  ...['--released', '2024-09-19', '--parameters', '7.6B', '--tokens', '18T', '--source', page],
  ...['--score', `mmlu=0.653:5:${page}:Table 3`],
];

const add = (args: readonly string[], input: string | null = null) =>
  runTool('add', ['--data', dir, ...args], input);
const models = () => readdirSync(join(dir, 'models'));

test('help names every answer', () => {
  const { stdout, status } = add(['--help']);
  expect(status).toBe(0);
  for (const { key } of questions) expect(stdout).toContain(`--${key} `);
});

test('flags, a file of answers and answers to questions give the same bytes', () => {
  const byFlags = add([...flags, '--dry-run']);
  expect(byFlags.stderr).toBe('');
  const file = join(dir, '..', 'answers.json');
  const score = { benchmark: 'mmlu', value: 0.653, shots: 5, source: page, locator: 'Table 3' };
  const answers = {
    ...{ name: 'Small 7B', id: 'small-7b', organization: 'Example', family: 'Small' },
    ...{ released: '2024-09-19', parameters: '7.6B', tokens: '18T', source: page, scores: [score] },
  };
  writeFileSync(file, JSON.stringify(answers));
  expect(add(['--json', file, '--dry-run']).stdout).toBe(byFlags.stdout);
  // Name, id as proposed, maker, family, stage, modality, weights, hub, page, date, page, size,
  // active, page, tokens, page, parent, note; then the score, and no second one.
  const typed = [
    ...['Small 7B', '', 'Example', 'Small', '', '', '', '', page, '2024-09-19', '', '7.6B'],
    ...['', '', '18T', '', '', ''],
    ...['yes', 'mmlu', '', '0.653', '5', '', '', '', page, 'Table 3', '', 'no'],
  ];
  const asked = add(['--ask', '--dry-run'], `${typed.join('\n')}\n`);
  expect(asked.stderr).toBe('');
  expect(asked.stdout.slice(asked.stdout.indexOf('{'))).toBe(byFlags.stdout);
  expect(models()).not.toContain('small-7b.json');
});

test('add writes the file, says where and what comes next', () => {
  const { stdout, status } = add(flags);
  expect(status).toBe(0);
  expect(stdout).toContain(join(dir, 'models', 'small-7b.json'));
  expect(stdout).toMatch(/npm run check[\s\S]*npm run report/);
  const record = JSON.parse(readFileSync(join(dir, 'models', 'small-7b.json'), 'utf8'));
  expect(record).toMatchObject({
    parameters: { total: 7.6e9, active: 7.6e9, precision: 'rounded', source: page },
    scores: [{ value: 0.653, shots: 5, setting: '5-shot', locator: 'Table 3' }],
  });
});

test('a whole record from a file is brought into the canonical form', () => {
  add(flags);
  const path = join(dir, 'models', 'small-7b.json');
  const text = readFileSync(path, 'utf8');
  const record = JSON.parse(text) as Record<string, unknown>;
  const other = Object.fromEntries(
    Object.entries({ ...record, id: 'small-8b', name: 'Small 8B' }).reverse(),
  );
  const file = join(dir, '..', 'record.json');
  writeFileSync(file, JSON.stringify(other));
  expect(add(['--json', file]).status).toBe(0);
  expect(readFileSync(join(dir, 'models', 'small-8b.json'), 'utf8')).toBe(
    text.replace('small-7b', 'small-8b').replace('Small 7B', 'Small 8B'),
  );
});

test('add never writes over a file', () => {
  add(flags);
  const path = join(dir, 'models', 'small-7b.json');
  const before = readFileSync(path, 'utf8');
  const { stderr, status } = add([...flags, '--family', 'Other']);
  expect(status).toBe(2);
  expect(stderr).toMatch(/exists and is not written over/);
  expect(readFileSync(path, 'utf8')).toBe(before);
});

test.each([
  [['--parameters', '7.6'], /field {2}parameters[\s\S]*7\.6B/],
  [['--released', '2030-01-01'], /must not lie after the data's own date/],
  [['--active', '9B'], /must not exceed parameters\.total/],
  [['--score', `mmlu=65.3:5:${page}:Table 3`], /write 0\.653 instead of 65\.3/],
  [['--score', `mmlu@cloze=0.6:5:${page}:Table 3`], /is no protocol of data\/benchmarks\/mmlu/],
  [['--score', `riddles=0.6:5:${page}:Table 3`], /names no file in data\/benchmarks/],
  [['--score', 'mmlu=0.6'], /mmlu=0\.653:5:https/],
  [['--id', '../escape'], /lower case/],
  [['--id', 'con'], /reserved name|kebab-case/],
  [['--hub', 'nowhere'], /owner\/name/],
  [['--colour', 'red'], /Unknown option '--colour'/],
  [['--json', 'nowhere.json'], /cannot read nowhere\.json/],
])('%j is refused with words and code 2, and nothing is written', (extra, message) => {
  const { stderr, status } = add([...flags, ...extra]);
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(status).toBe(2);
  expect(models().sort()).toEqual(['small-1b.json', 'small-2b.json', 'small-3b.json']);
});

test('without a terminal missing answers are listed, not asked', () => {
  const { stderr, status } = add(['--id', 'small-7b']);
  expect(status).toBe(2);
  expect(stderr).toMatch(/field {2}name[\s\S]*field {2}organization[\s\S]*field {2}family/);
});

test('a broken answer is asked again with the rule, and an early end writes nothing', () => {
  const { stdout, stderr, status } = add(['--ask'], 'Small 7B\nSmall 7B\n');
  expect(stdout).toMatch(/That must be lower case.*write for example small-7b/);
  expect(stderr).toMatch(/nothing was written/);
  expect(status).toBe(2);
  expect(models()).toHaveLength(3);
});

test('a maker that no other record has is remarked upon', () => {
  const { stderr, status } = add([...flags, '--organization', 'EXAMPLE']);
  expect(stderr).toMatch(/No other record has the organization "EXAMPLE"; is it "Example"\?/);
  expect(status).toBe(0);
});
