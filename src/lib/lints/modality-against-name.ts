import type { Lint } from './lint.ts';

const SEES = /(?<![a-z])(?:vl|vlm|vision|llava|omni|multimodal|4v|internvl|pixtral)(?![a-z])/i;

export const modalityAgainstName: Lint = {
  id: 'modality-against-name',
  severity: 'warning',
  group: 'identity',
  title: 'A model that sees is multimodal.',
  why: 'Weights that read images count as parameters and say nothing in a test of text. Models with VL or Vision in the name are compared among themselves.',
  example: {
    wrong: '"name": "Qwen2.5-VL-7B", "modality": "text"',
    right: '"name": "Qwen2.5-VL-7B", "modality": "multimodal"',
  },
  check({ record: { name, id, modality } }) {
    if (modality === 'multimodal' || !SEES.test(`${name} ${id}`)) return [];
    return [
      {
        path: ['modality'],
        message: 'The name is that of a model that takes images, the modality is "text".',
        mend: 'Write "multimodal".',
      },
    ];
  },
};
