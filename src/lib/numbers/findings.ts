/** Everything the site has found out, as the numbers see it. */
import type { AnyClaimResult } from '../claims/claims.ts';
import type { MappedPoint } from '../choiceMap.ts';
import type { Data } from '../data.ts';
import type { DriverReport } from '../drivers.ts';
import type { InfluenceReport } from '../influence.ts';
import type { KindOfDensity } from '../kindsOfDensity.ts';
import type { Observatory } from '../observatory.ts';
import type { Resolution } from '../predictions/resolution.ts';
import type { RecipeReport } from '../recipes.ts';
import type { TimeMachine } from '../timeMachine.ts';

export interface Findings {
  data: Data;
  observatory: Observatory;
  claims: readonly AnyClaimResult[];
  resolutions: readonly Resolution[];
  /** The headline's doubling time under every combination of choices, without intervals. */
  choiceMap: readonly MappedPoint[];
  /** What the headline would have said at the end of every month. */
  timeMachine: TimeMachine;
  /** The headline without one model, family, benchmark or source. */
  influence: InfluenceReport;
  /** What the growth of density goes with, one report a panel in their order. */
  drivers: readonly DriverReport[];
  /** The headline's line with one benchmark at a time, on every panel. */
  kinds: readonly KindOfDensity[];
  /** Families beside each other, on each benchmark of the headline panel. */
  recipes: readonly RecipeReport[];
}
