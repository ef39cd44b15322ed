/**
 * The one palette, as readers with other eyes see it: colour vision deficiencies by the model of
 * Machado, Oliveira and Fernandes (2009) at full strength, and grey.
 */
import { readFileSync } from 'node:fs';
import {
  type Color,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  filterGrayscale,
  parse,
  wcagContrast,
} from 'culori';
import { describe, expect, test } from 'vitest';

const tokens = readFileSync('src/styles/tokens.css', 'utf8');
const colours = [
  ...tokens.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g),
].map(([, name = '', light = '', dark = '']) => ({ name, light, dark }));

const eyes: [string, (colour: Color) => Color | undefined][] = [
  ['all cones', (colour) => colour],
  ['no green cones', filterDeficiencyDeuter(1)],
  ['no red cones', filterDeficiencyProt(1)],
  ['no blue cones', filterDeficiencyTrit(1)],
  ['grey print', filterGrayscale(1)],
];
const views = eyes.flatMap(([eye, see]) =>
  (['light', 'dark'] as const).map((theme) => [eye, theme, see] as const),
);

test('every colour has a value for each theme', () => {
  const named = [...tokens.matchAll(/--([a-z-]+): light-dark\(/g)].map(([, name]) => name);
  expect(colours.map(({ name }) => name)).toEqual(named);
  expect(named.length).toBeGreaterThan(8);
});

describe.each(views)('with %s, in the %s theme', (_, theme, see) => {
  const seen = (name: string) => {
    const named = colours.find((one) => one.name === name);
    const colour = named && parse(named[theme]);
    const filtered = colour && see(colour);
    if (!filtered) throw new RangeError(`no colour is called ${name}`);
    return filtered;
  };

  // WCAG 2.2, 1.4.3: text needs a contrast of 4.5.
  test.each(['ink', 'ink-soft', 'ink-faint', 'accent', 'accent-strong'])(
    '%s can be read on paper',
    (name) => {
      expect(wcagContrast(seen(name), seen('paper'))).toBeGreaterThanOrEqual(4.5);
    },
  );

  // Charts set the accent against ink, and tell everything else by shape, dash and label. In
  // CIEDE2000 a difference of 1 is just noticeable side by side; 5 is plain across a chart.
  test('the accent is told from ink', () => {
    expect(differenceCiede2000()(seen('accent'), seen('ink'))).toBeGreaterThan(5);
  });
});
