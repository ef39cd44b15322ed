import type { Lint } from './lint.ts';

export const familyOfTwoMakers: Lint = {
  id: 'family-of-two-makers',
  severity: 'warning',
  group: 'identity',
  title: 'A family has one maker.',
  why: 'A family is one recipe, so one house. A model that somebody else trained on from it is a family of its own, with "derivedFrom".',
  example: {
    wrong: '"organization": "NVIDIA", "family": "Llama 3.1"',
    right: '"organization": "NVIDIA", "family": "Minitron"',
  },
  check({ record: { organization, family } }, { families }) {
    const members = families.get(family) ?? [];
    const own = members.filter((model) => model.organization === organization).length;
    const other = members.find((model) => model.organization !== organization);
    if (!other || own * 2 > members.length) return [];
    return [
      {
        path: ['family'],
        message: `${other.name}, of the same family "${family}", is by ${other.organization}, this model by ${organization}.`,
        mend: 'Give the model a family of its own, or spell the organization as in the other records.',
      },
    ];
  },
};
