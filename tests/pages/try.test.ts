import { expect, test } from 'vitest';
import { changeLaw, drawTrial, placeTrial } from '../../src/components/try/measureTrial.ts';
import { compute } from '../../src/lib/compute.ts';
import type { LawState } from '../../src/lib/trial/law.ts';
import { trialData, withModel } from '../../src/lib/trial/trialData.ts';
import { madeUpListing } from '../fixtures/listing.ts';
import { madeUpModel } from '../fixtures/synthetic.ts';

const made = madeUpListing().data;
const data = trialData({ ...made, reference: { ...made.reference } });
const panel = data.panels[0]!.id;
const base = { id: 'newcomer', day: 470, parameters: 3e9, density: 20 };
const newcomer = { ...madeUpModel(base), name: 'A <script>alert(1)</script>' };

test('a record is placed as compute measures it', () => {
  const { rows, moved, drawn } = placeTrial(newcomer, data);
  const { models } = compute(withModel(data, newcomer), { panel, draws: 0 });
  const measured = models.find(({ id }) => id === newcomer.id);
  expect(rows[0]?.measured).toEqual({
    effectiveParameters: measured?.effectiveParameters,
    density: measured?.density,
    interval: measured?.interval,
  });
  expect(rows[0]?.rank).toMatch(/^1 of \d+/);
  expect([moved, drawn]).toEqual([[panel], panel]);
});

test('a record that no panel can measure is told why, and drawn nowhere', () => {
  const { rows, drawn } = placeTrial({ ...newcomer, parameters: null }, data);
  expect(rows[0]).toMatchObject({ density: 'none', rank: 'none', measured: null });
  expect(rows[0]?.sentences.join(' ')).toContain('not published');
  expect(drawn).toBe(null);
});

test('what does not count leaves the law as it is, to the last bit', () => {
  const tuned = { ...newcomer, stage: 'instruct' as const };
  const row = changeLaw(tuned, data, panel, new Map<string, LawState>());
  expect(row.with).toBe(row.without);
  expect(row.change).toBe('Growth stays the same to the last bit.');
});

test('what counts moves it, and the law without it is measured once', () => {
  const known = new Map<string, LawState>();
  const row = changeLaw(newcomer, data, panel, known);
  expect(row.exact.with).not.toEqual(row.exact.without);
  expect(row.change).toMatch(/^Growth changes by/);
  const { headline } = compute(withModel(data, newcomer), { panel }, 'chosen');
  expect(row.exact.with).toEqual(headline.doublingTime);
  const first = known.get(panel);
  changeLaw(newcomer, data, panel, known);
  expect(known.get(panel)).toBe(first);
});

test('the chart names the record, and its name stays text', () => {
  const { wide, phone, caption } = drawTrial(newcomer, data, panel, 'v');
  for (const svg of [wide, phone]) {
    expect(svg).toContain('A &lt;script&gt;alert(1)');
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('style=');
  }
  expect(caption).toContain('stands at density');
});
