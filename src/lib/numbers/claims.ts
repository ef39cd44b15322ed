/** The main number of every claim, and how many rows it rests on. */
import type { AnyClaimResult } from '../claims/claims.ts';
import type { ClaimId, ClaimRecord } from '../schemaClaims.ts';
import type { Findings } from './findings.ts';
import type { NumberRecord, Unit } from './number.ts';
import { defineNumber } from './number.ts';

const counted: Record<ClaimId, string> = {
  'parameters-halve': 'models',
  'inference-cost': 'prices',
  'training-cost': 'models',
  acceleration: 'models',
  'on-device': 'models',
  compression: 'pairs',
  'shelf-life': 'models',
};

const codes: Record<ClaimId, string> = {
  'parameters-halve': 'src/lib/claims/parametersHalve.ts',
  'inference-cost': 'src/lib/claims/inferenceCost.ts',
  'training-cost': 'src/lib/claims/trainingCost.ts',
  acceleration: 'src/lib/claims/acceleration.ts',
  'on-device': 'src/lib/claims/onDevice.ts',
  compression: 'src/lib/claims/compression.ts',
  'shelf-life': 'src/lib/claims/shelfLife.ts',
};

export function claimNumbers({ data, claims }: Findings): NumberRecord[] {
  return claims.flatMap((claim) => {
    const record = data.claims.find(({ id }) => id === claim.id);
    return record ? numbersOf(claim, record) : [];
  });
}

function numbersOf(claim: AnyClaimResult, record: ClaimRecord): NumberRecord[] {
  const { id, effect, interval, n, tests } = claim;
  const common = {
    inputs: [{ label: 'The claim, its test and its result', path: `/c/${id}/` }],
    code: codes[id],
  };
  const refusal = effect.value === null ? (tests[0]?.refusal ?? 'The data do not bound it.') : null;
  return [
    defineNumber({
      ...common,
      id: `claim-${id}`,
      name: effect.name,
      value: effect.value,
      refusal,
      interval: effect.value === null ? null : interval,
      unit: effect.unit as Unit,
      definition: `The main number of the claim that ${record.statement.charAt(0).toLowerCase()}${record.statement.slice(1)}`,
      formula: record.test,
    }),
    defineNumber({
      ...common,
      id: `claim-${id}-n`,
      name: `${counted[id]} behind the main number of claim ${record.number}`,
      value: n,
      unit: 'count',
      counted: counted[id],
      definition: `How many ${counted[id]} the main test of the claim rests on.`,
      formula: 'count of rows',
    }),
  ];
}
