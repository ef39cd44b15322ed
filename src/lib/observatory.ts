/** Everything the site prints: every panel measured with the headline's choices, and the simulation. */
import type { Choices } from './choices.ts';
import { CLOCK_START, defaultChoices } from './choices.ts';
import type { Results } from './compute.ts';
import { compute, countsInTrend } from './compute.ts';
import type { Data } from './data.ts';
import type { Simulation } from './nullSimulation.ts';
import type { RivalReport } from './rivals.ts';
import { scoreRivals } from './rivals.ts';
import { designOf, PUBLISHED_RATE, simulateEstimators } from './nullSimulation.ts';
import { ln } from './numerics/elementary.ts';
import type { TrendPoints } from './trend.ts';

export interface Observatory {
  asOf: string;
  /** The headline: the default panel, ruler, estimator and window. */
  headline: Results;
  /** One entry per panel, the headline's first. */
  panels: Results[];
  /** Estimators on data without growth, and with the paper's. */
  simulations: { still: Simulation; growing: Simulation };
  /** Shapes of growth scored a year ahead: every panel since LLaMA 1, then those with a past before it. */
  rivals: { recent: RivalReport[]; whole: RivalReport[] };
}

/** Simulated sets, and family resamples in each for coverage. */
export interface SimulationSize {
  sets: number;
  resamples: number;
}

/** How much the pages simulate; the command line can ask for more. */
const pageSimulation: SimulationSize = { sets: 400, resamples: 100 };

/** Measures the named panels in turn; `choices` other than the panel apply to each. */
export function measurePanels(
  data: Data,
  choices: Partial<Choices> = {},
  ids: readonly string[] = panelOrder(data),
): Results[] {
  return ids.map((panel) => compute(data, { ...choices, panel }));
}

/** Every panel of the data, the headline's first. */
export function panelOrder(data: Data): string[] {
  const ids = data.panels.map(({ id }) => id);
  const first = defaultChoices.panel;
  return [...ids.filter((id) => id === first), ...ids.filter((id) => id !== first)];
}

/** Measures all panels with the headline's choices and simulates on the headline's design. */
export function observe(data: Data, size: SimulationSize = pageSimulation): Observatory {
  const panels = measurePanels(data);
  const headline = panels[0];
  if (!headline) throw new RangeError('observe requires at least one panel');
  const design = designOf(trendPoints(headline));
  const options = { ...size, seed: headline.choices.seed };
  return {
    asOf: headline.asOf,
    headline,
    panels,
    simulations: {
      still: simulateEstimators(design, 0, options),
      growing: simulateEstimators(design, PUBLISHED_RATE, options),
    },
    rivals: compareShapes(data, panels),
  };
}

const YEAR = 365;

function compareShapes(data: Data, panels: readonly Results[]): Observatory['rivals'] {
  const score = (panel: string, from: string | null) =>
    scoreRivals(data, { panel }, { horizon: YEAR, from, draws: 400 });
  const hasPast = ({ models }: Results) =>
    models.some((model) => countsInTrend(model) && (model.released ?? '') < CLOCK_START);
  return {
    recent: panels.map(({ panel }) => score(panel.id, CLOCK_START)),
    whole: panels.filter(hasPast).map(({ panel }) => score(panel.id, null)),
  };
}

/** The points behind the headline trend, in order of day. */
export function trendPoints({ models, headline }: Results): TrendPoints {
  const counted = models.filter(
    (model) =>
      countsInTrend(model) &&
      model.released !== null &&
      model.released >= headline.from &&
      model.released <= headline.to,
  );
  const families = [...new Set(counted.map(({ family }) => family))].sort();
  return {
    x: Float64Array.from(counted, ({ day }) => day as number),
    y: Float64Array.from(counted, ({ density }) => ln(density as number)),
    family: Int32Array.from(counted, ({ family }) => families.indexOf(family)),
  };
}
