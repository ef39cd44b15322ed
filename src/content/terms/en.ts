/** The glossary in English, in alphabetical order of the term. */
import type { Term } from './term.ts';

export const terms: readonly Term[] = [
  {
    id: 'density',
    term: 'capability density',
    chinese: '能力密度',
    definition:
      'The effective size of a model divided by its real size: how many parameters the ruler needs for the same scores, for each one that the model has. The ruler’s own family has density one.',
    see: ['effective-parameters', 'ruler'],
  },
  {
    id: 'effective-parameters',
    term: 'effective parameters',
    chinese: '有效参数量',
    definition:
      'The size at which a model of the ruler’s family would reach a model’s scores. Also called effective size.',
    see: ['density', 'ruler'],
  },
  {
    id: 'ruler',
    term: 'ruler',
    chinese: '参考模型',
    definition:
      'A family of models made by one recipe in several sizes, whose scores as a function of size turn any score into an effective size. The papers say reference model.',
    see: ['density'],
  },
];
