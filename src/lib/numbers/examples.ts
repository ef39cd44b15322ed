/** Numbers of the models that the articles take as examples. */
import { pickExamples } from '../examples.ts';
import type { Findings } from './findings.ts';
import type { NumberRecord } from './number.ts';
import { defineNumber } from './number.ts';

const densities = { label: 'Densities of every model', path: '/data/v1/densities.csv' };

export function exampleNumbers({ observatory }: Findings): NumberRecord[] {
  const { headline } = observatory;
  const { early, dense } = pickExamples(headline);
  return [
    { key: 'early', model: early },
    { key: 'dense', model: dense },
  ].flatMap(({ key, model }) => {
    const inputs = [{ label: model.name, path: `/m/${model.id}/` }, densities];
    return [
      defineNumber({
        id: `example-${key}-size`,
        name: `parameters of ${model.name}`,
        value: model.actual,
        unit: 'parameters',
        definition: 'The number of parameters as its makers state it.',
        formula: 'as stated',
        inputs,
        code: 'src/lib/examples.ts',
      }),
      defineNumber({
        id: `example-${key}-effective`,
        name: `effective parameters of ${model.name}`,
        value: model.effectiveParameters,
        unit: 'parameters',
        definition: `The size at which a ${headline.ruler.name} model would reach its scores.`,
        formula: 'the size of the ruler that comes closest to all scores at once',
        inputs,
        code: 'src/lib/effective.ts',
      }),
      defineNumber({
        id: `example-${key}-density`,
        name: `density of ${model.name}`,
        value: model.density,
        interval: model.interval,
        unit: 'density',
        definition: 'Its effective parameters over its real ones.',
        formula: 'effective parameters / parameters',
        inputs,
        code: 'src/lib/measure.ts',
      }),
    ];
  });
}
