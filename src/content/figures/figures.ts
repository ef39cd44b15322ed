/** Every figure that has an address. A topic joins the list here. */
import { corollaryFigures } from './corollaries.ts';
import { economyFigures } from './economy.ts';
import type { FigureRecord } from './figure.ts';
import { lawFigures } from './law.ts';
import { machineFigures } from './machines.ts';
import { predictionFigures } from './predictions.ts';
import { surenessFigures } from './sureness.ts';
import { theoryFigures } from './theory.ts';

export const figures: readonly FigureRecord[] = [
  ...lawFigures,
  ...machineFigures,
  ...economyFigures,
  ...corollaryFigures,
  ...surenessFigures,
  ...predictionFigures,
  ...theoryFigures,
];

const byId = new Map(figures.map((figure) => [figure.id, figure]));
if (byId.size !== figures.length) throw new RangeError('two figures share an id');

/** A figure by its id. Throws where there is none. */
export function findFigure(id: string): FigureRecord {
  const figure = byId.get(id);
  if (figure) return figure;
  throw new RangeError(`there is no figure "${id}"; there are: ${[...byId.keys()].join(', ')}`);
}
