import { beforeAll, describe, expect, it } from 'vitest';
import { readData } from '../../../src/build/readData.ts';
import type { Measured } from '../../../src/lib/claims/claim.ts';
import type { AnyClaimResult } from '../../../src/lib/claims/claims.ts';
import { evaluateClaims, findClaim } from '../../../src/lib/claims/claims.ts';
import type { Data } from '../../../src/lib/data.ts';
import { measurePanels } from '../../../src/lib/observatory.ts';
import type { ClaimRecord } from '../../../src/lib/schemaClaims.ts';

/** The real data with few draws: enough for statuses, and quick. */
function quick(data: Data): Data {
  const fewer = (record: ClaimRecord) =>
    ({ ...record, parameters: { ...record.parameters, draws: 100 } }) as ClaimRecord;
  return { ...data, claims: data.claims.map(fewer) };
}

function measure(data: Data): Measured {
  const panels = measurePanels(data, { draws: 200 });
  const [headline] = panels;
  if (!headline) throw new Error('the data have a panel');
  return { headline, panels };
}

const data = quick(readData('data'));
let results: Measured;
let claims: AnyClaimResult[];

beforeAll(() => {
  results = measure(data);
  claims = evaluateClaims(data, results);
}, 60_000);

const ids = [
  'parameters-halve',
  'inference-cost',
  'training-cost',
  'acceleration',
  'on-device',
  'compression',
  'shelf-life',
];

describe('evaluateClaims on the data', () => {
  it('gives seven results in the order of the talk', () => {
    expect(claims.map(({ id }) => id)).toEqual(ids);
    expect(data.claims.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('gives each a status, an effect, its size of sample and what would change it', () => {
    for (const claim of claims) {
      expect(claim.status).toMatch(/^(holds|holds at another rate|mixed|fails|cannot be tested)$/);
      expect(claim.wouldChange).toMatch(/\.$/);
      expect(claim.tests.length).toBeGreaterThan(0);
      if (claim.status === 'cannot be tested') continue;
      expect(claim.effect.value).not.toBeNull();
      expect(claim.interval).not.toBeNull();
      expect(claim.n).toBeGreaterThan(0);
    }
  });

  it('can be written as JSON without losing a number', () => {
    const unwritable: string[] = [];
    JSON.stringify(claims, (key, value) => {
      if (typeof value === 'number' && !Number.isFinite(value)) unwritable.push(key);
      return value;
    });
    expect(unwritable).toEqual([]);
    expect(JSON.parse(JSON.stringify(claims))).toEqual(claims);
  });

  it('gives the same again, whatever the order of the records', () => {
    const back = {
      ...data,
      models: [...data.models].reverse(),
      claims: [...data.claims].reverse(),
    };
    expect(evaluateClaims(back, results)).toEqual(claims);
  }, 60_000);

  it('finds a claim by its id', () => {
    expect(findClaim(claims, 'acceleration')?.details.bends.length).toBeGreaterThan(0);
    expect(findClaim([], 'acceleration')).toBeUndefined();
  });
});

describe('the statuses change where they must', () => {
  /** Every score of a model released after 2023 at a third of what it was. */
  function stunted(): Data {
    const models = data.models.map((model) =>
      (model.released?.date ?? '') < '2024-01-01'
        ? model
        : { ...model, scores: model.scores.map((score) => ({ ...score, value: score.value / 3 })) },
    );
    // The ruler is of 2024: keep its members as they are, or there is nothing to measure with.
    const members = new Set(data.rulers.flatMap((ruler) => ruler.models));
    const kept = models.map((model, i) => (members.has(model.id) ? data.models[i] : model));
    return { ...data, models: kept as Data['models'] };
  }

  it('when every model after 2023 is made worse', () => {
    const worse = stunted();
    const after = evaluateClaims(worse, measure(worse));
    const status = (id: (typeof ids)[number]) => after.find((claim) => claim.id === id)?.status;
    for (const id of ['parameters-halve', 'training-cost', 'on-device'] as const) {
      expect(status(id), id).not.toBe('holds');
      expect(status(id), id).not.toBe('holds at another rate');
    }
    // Prices are joined to scores of their own, and pairs lose on both sides.
    expect(status('compression')).toBe(claims[5]?.status);
    const price = (all: readonly AnyClaimResult[]) =>
      findClaim(all, 'inference-cost')?.effect.value;
    expect(price(after)).toBe(price(claims));
  }, 60_000);

  it('when no trend has an interval', () => {
    const bare = measurePanels(data, { draws: 0 });
    const after = evaluateClaims(data, { headline: bare[0] as Measured['headline'], panels: bare });
    expect(findClaim(after, 'parameters-halve')?.tests[0]?.verdict).toBe('open');
    expect(findClaim(after, 'on-device')?.status).toBe('cannot be tested');
  }, 60_000);

  it('when there is nothing to compare compressed models with', () => {
    const models = data.models.map((model) => ({ ...model, derivedFrom: null }));
    const alone = { ...data, models };
    const after = evaluateClaims(
      { ...alone, claims: data.claims.filter(({ id }) => id === 'compression') },
      results,
    );
    expect(after).toHaveLength(1);
    expect(after[0]?.status).toBe('cannot be tested');
  });
});
