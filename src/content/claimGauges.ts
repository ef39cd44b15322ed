/** The claims as gauges with the words around them, for the small multiples and the board. */
import { claims, data } from '../build/results.ts';
import type { NamedGauge } from '../components/charts/claimGauges.ts';
import { formatClaimInterval, formatClaimValue } from '../lib/claims/claimText.ts';
import { claimGauges } from '../lib/claims/gauge.ts';
import type { ClaimId } from '../lib/schemaClaims.ts';

/** A few words for each claim, where its title is too long. */
const shortNames: Readonly<Record<ClaimId, string>> = {
  'parameters-halve': 'Parameters halve',
  'inference-cost': 'Prices fall faster',
  'training-cost': 'Training gets cheaper',
  acceleration: 'Growth speeds up',
  'on-device': 'Models meet devices',
  compression: 'Compression costs density',
  'shelf-life': 'Models live briefly',
};

export const gauges: readonly NamedGauge[] = claimGauges(data, claims).map((gauge, i) => {
  const { effect, interval } = claims[i] as (typeof claims)[number];
  const text = effect.value === null ? null : formatClaimValue(effect.value, effect.unit);
  const range = formatClaimInterval({ ...effect, interval });
  return {
    ...gauge,
    short: shortNames[gauge.id],
    words: text === null ? 'no number' : range === null ? text : `${text} (${range})`,
  };
});
