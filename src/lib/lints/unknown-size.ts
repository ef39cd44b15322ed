import type { Lint } from './lint.ts';
import { namedSizes, sizeText } from './names.ts';

export const unknownSize: Lint = {
  id: 'unknown-size',
  severity: 'note',
  group: 'sizes',
  title: 'Open weights have a known size.',
  why: 'Density divides by the number of parameters. A model without one is listed and never measured, although with open weights anybody can count them.',
  example: {
    wrong: '"openWeights": true, … "parameters": null',
    right: '"parameters": { "total": 7616000000, "active": 7616000000, … }',
  },
  check({ record: { name, id, openWeights, parameters } }) {
    if (!openWeights || parameters !== null) return [];
    const { total } = namedSizes(`${name} ${id}`);
    const hint =
      total === null ? '' : ` The name says ${sizeText(total)}: "precision": "nominal" would do.`;
    return [
      {
        path: ['parameters'],
        message: 'The weights are open, but the number of parameters is not given.',
        mend: `Add it with its source.${hint}`,
      },
    ];
  },
};
