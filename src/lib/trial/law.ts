/** The law with a record against the law without it: one panel's line on two states of the data. */
import { defaultChoices } from '../choices.ts';
import { validInterval } from '../growth.ts';
import { measureBase } from '../influence.ts';
import type { PanelData } from '../panel.ts';
import { RefusalError } from '../refusal.ts';
import type { DoublingTime } from '../trend.ts';
import { describeDoubling } from '../trend.ts';

/** A panel's line with the headline's other choices. */
export interface LawState {
  /** Growth of ln ρ per day; null where there is no line. */
  slope: number | null;
  doublingTime: DoublingTime | null;
  /** The slope in every draw, NaN where a draw gave no line. */
  slopes: Float64Array | null;
  /** Why there is no line. */
  refusal: string | null;
}

export interface LawChange {
  without: LawState;
  with: LawState;
  /** Slope with the record minus slope without it. */
  change: number | null;
  /** 90 % interval of the change, by common random numbers. */
  changeInterval: [number, number] | null;
}

/** Measures the line; the same bits as `compute` gives for its headline. */
export function measureLaw(data: PanelData, panel: string): LawState {
  try {
    const { line, drawn } = measureBase(data, { ...defaultChoices, panel });
    const interval = drawn && validInterval(drawn.slopes);
    const doublingTime = describeDoubling(line.slope, interval);
    return { slope: line.slope, doublingTime, slopes: drawn?.slopes ?? null, refusal: null };
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    return { slope: null, doublingTime: null, slopes: null, refusal: error.refusal.sentence };
  }
}

/** Compares two states, draw by draw. */
export function compareLaws(without: LawState, withIt: LawState): LawChange {
  const { slopes: old } = without;
  const changes = old && withIt.slopes?.map((slope, d) => slope - (old[d] ?? Number.NaN));
  return {
    without,
    with: withIt,
    change: without.slope === null || withIt.slope === null ? null : withIt.slope - without.slope,
    changeInterval: changes ? validInterval(changes) : null,
  };
}
