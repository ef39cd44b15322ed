/** The law and its corollaries, each judged by the test that its record fixed in advance. */
import type { Data } from '../data.ts';
import type { ClaimId, ClaimOf, ClaimRecord } from '../schemaClaims.ts';
import type { AccelerationDetails } from './acceleration.ts';
import { judgeAcceleration } from './acceleration.ts';
import type { ClaimResult, Measured } from './claim.ts';
import type { CompressionDetails } from './compression.ts';
import { judgeCompression } from './compression.ts';
import type { InferenceCostDetails } from './inferenceCost.ts';
import { judgeInferenceCost } from './inferenceCost.ts';
import type { OnDeviceDetails } from './onDevice.ts';
import { judgeOnDevice } from './onDevice.ts';
import type { ParametersHalveDetails } from './parametersHalve.ts';
import { judgeParametersHalve } from './parametersHalve.ts';
import type { ShelfLifeDetails } from './shelfLife.ts';
import { judgeShelfLife } from './shelfLife.ts';
import type { TrainingCostDetails } from './trainingCost.ts';
import { judgeTrainingCost } from './trainingCost.ts';

interface DetailsById {
  'parameters-halve': ParametersHalveDetails;
  'inference-cost': InferenceCostDetails;
  'training-cost': TrainingCostDetails;
  acceleration: AccelerationDetails;
  'on-device': OnDeviceDetails;
  compression: CompressionDetails;
  'shelf-life': ShelfLifeDetails;
}

/** The result of one claim by its id. */
export type ClaimResultOf<Id extends ClaimId> = ClaimResult<Id, DetailsById[Id]>;

/** The result of any claim; `id` tells which details it has. */
export type AnyClaimResult = { [Id in ClaimId]: ClaimResultOf<Id> }[ClaimId];

const judges: {
  readonly [Id in ClaimId]: (
    data: Data,
    results: Measured,
    record: ClaimOf<Id>,
  ) => ClaimResultOf<Id>;
} = {
  'parameters-halve': judgeParametersHalve,
  'inference-cost': judgeInferenceCost,
  'training-cost': judgeTrainingCost,
  acceleration: judgeAcceleration,
  'on-device': judgeOnDevice,
  compression: judgeCompression,
  'shelf-life': judgeShelfLife,
};

/**
 * Judges every claim of `data/claims`, in order of its number. Pure and seeded: equal data and
 * results give equal claims.
 *
 * @param results the headline and the panels, measured with draws; without draws no trend has an
 *   interval, and the claims that rest on one cannot be tested
 */
export function evaluateClaims(data: Data, results: Measured): AnyClaimResult[] {
  return [...data.claims]
    .sort((a, b) => a.number - b.number)
    .map((record) => judgeClaim(data, results, record) as AnyClaimResult);
}

/** Judges one claim. */
function judgeClaim<Id extends ClaimId>(
  data: Data,
  results: Measured,
  record: Extract<ClaimRecord, { id: Id }>,
): ClaimResultOf<Id> {
  const judge = judges[record.id as Id];
  return judge(data, results, record as ClaimOf<Id>);
}

/** The result of one claim; undefined where the data have no such record. */
export function findClaim<Id extends ClaimId>(
  claims: readonly AnyClaimResult[],
  id: Id,
): ClaimResultOf<Id> | undefined {
  return claims.find((claim) => claim.id === id) as ClaimResultOf<Id> | undefined;
}
