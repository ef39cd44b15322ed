import { expect, test } from 'vitest';
import { compute } from '../../../src/lib/compute.ts';
import { compareLaws, measureLaw } from '../../../src/lib/trial/law.ts';
import { trialData, withModel, withoutModel } from '../../../src/lib/trial/trialData.ts';
import { madeUpListing } from '../../fixtures/listing.ts';

const made = madeUpListing().data;
const data = trialData({ ...made, reference: { ...made.reference } });
const panel = data.panels[0]!.id;
const whole = measureLaw(data, panel);

test('the line has the same bits as the headline of compute', () => {
  const { headline } = compute(data, { panel }, 'chosen');
  expect(headline.line).not.toBe(null);
  expect(whole.slope).toBe(headline.line?.slope);
  expect(whole.doublingTime).toEqual(headline.doublingTime);
  expect(whole.refusal).toBe(null);
});

test('a law against itself does not change, in no draw', () => {
  expect(compareLaws(whole, whole)).toMatchObject({ change: 0, changeInterval: [0, 0] });
});

test('a record put back where it was changes nothing', () => {
  const record = data.models.find(({ id }) => id === 'model-005')!;
  expect(withModel(withoutModel(data, record.id), record).models.map(({ id }) => id)).toEqual(
    data.models.map(({ id }) => id).sort(),
  );
});

test('a line that cannot be fitted is refused in words, and no change is told', () => {
  const few = { ...data, models: data.models.filter(({ family }) => family === 'Ruler') };
  const without = measureLaw(few, panel);
  expect(without).toMatchObject({ slope: null, doublingTime: null });
  expect(without.refusal).toMatch(/\.$/);
  expect(compareLaws(without, whole)).toMatchObject({ change: null, changeInterval: null });
});
