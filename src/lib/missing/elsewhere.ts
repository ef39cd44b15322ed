/** What other panels say of models that the headline's panel has not measured. */
import type { Base } from '../influence.ts';
import { measureBase } from '../influence.ts';
import type { PanelData } from '../panel.ts';
import { RefusalError } from '../refusal.ts';

/** A distance from the headline's line as another panel lets expect it. */
export interface Hint {
  centre: number;
  /** Standard deviation of what the panels say of one model. */
  spread: number;
}

/** Fewest models on both panels from which their difference is taken. */
const LEAST_SHARED = 10;

/**
 * Distances of models from the headline's line, guessed from their distances from another panel's
 * line: the two differ by a mean and a scatter over the models that both have. Where several panels
 * measured a model, the one that agrees best with the headline's speaks.
 */
export function hintsElsewhere(data: PanelData, base: Base): Map<string, Hint> {
  const { choices } = base.survey;
  const own = distancesOf(base);
  const hints = new Map<string, Hint>();
  for (const { id: panel } of data.panels) {
    if (panel === choices.panel) continue;
    const other = measureElsewhere(data, base, panel);
    if (!other) continue;
    const theirs = distancesOf(other);
    const gaps = [...theirs].flatMap(([id, distance]) => {
      const here = own.get(id);
      return here === undefined ? [] : [here - distance];
    });
    if (gaps.length < LEAST_SHARED) continue;
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    const squares = gaps.reduce((sum, gap) => sum + (gap - mean) * (gap - mean), 0);
    const spread = Math.sqrt(squares / (gaps.length - 1));
    for (const [id, distance] of theirs) {
      if (spread < (hints.get(id)?.spread ?? Number.POSITIVE_INFINITY)) {
        hints.set(id, { centre: distance + mean, spread });
      }
    }
  }
  return hints;
}

function measureElsewhere(data: PanelData, { survey }: Base, panel: string): Base | null {
  try {
    return measureBase(data, { ...survey.choices, panel, benchmarks: null, needs: null });
  } catch (error) {
    if (error instanceof RefusalError) return null;
    throw error;
  }
}

/** ln density minus line, of every model of the trend inside its window. */
function distancesOf({ survey, begin, end, points, line }: Base): Map<string, number> {
  const candidates = survey.input.candidates.slice(begin, end);
  const { x, y } = points;
  return new Map(
    candidates.map(({ model }, i) => {
      const expected = line.intercept + line.slope * (x[i] as number);
      return [model.id, (y[i] as number) - expected];
    }),
  );
}
