/**
 * The questions a new record answers, in the order in which they are asked. The terminal, its flags
 * and a form read the same list, so that they ask for the same and refuse the same.
 */
import type { Reading } from './readings.ts';
import {
  readAddress,
  readCount,
  readHub,
  readId,
  readOneOf,
  readRelease,
  readShare,
  readShots,
  readWords,
} from './readings.ts';

export interface Question {
  /** Name of the answer, of the flag and of the field. */
  key: string;
  /** What is asked, one sentence. */
  ask: string;
  /** In which unit or form. */
  unit: string;
  example: string;
  /** Whether a record is impossible without it; an empty answer to the rest is "unknown". */
  isRequired: boolean;
  /** What an empty answer means, where it means something. */
  standard?: string;
  read: (text: string) => Reading<unknown>;
}

export const stages = ['base', 'instruct', 'reasoning'] as const;
export const modalities = ['text', 'multimodal'] as const;
export const reporters = ['developer', 'third-party'] as const;
const yesNo = ['yes', 'no'] as const;
export const precisions = ['exact', 'rounded', 'nominal'] as const;
export const methods = [
  'pruning',
  'pruning-and-distillation',
  'distillation',
  'quantisation',
  'fine-tuning',
  'continued-pretraining',
  'upcycling',
  'merging',
] as const;

/** Reads "parent:method". */
export function readParent(
  text: string,
): Reading<{ model: string; method: (typeof methods)[number] }> {
  const [model = '', method = ''] = text.split(':').map((part) => part.trim());
  const found = methods.find((known) => known === method);
  if (model !== '' && model.length <= 120 && found) return { value: { model, method: found } };
  return {
    rule: `must be a model and a method (${methods.join(', ')}) with a colon between them`,
    mend: 'write for example llama-3.1-8b:pruning',
  };
}

const page = 'address of a page';

/** What is asked about the model. */
export const questions: readonly Question[] = [
  {
    key: 'name',
    ask: 'What is the model called?',
    unit: 'as its makers write it',
    example: 'Qwen2.5 7B',
    isRequired: true,
    read: (text) => readWords(text),
  },
  {
    key: 'id',
    ask: 'Which id shall it have? It names the file and never changes.',
    unit: 'lower case, words joined by hyphens, the size last',
    example: 'qwen2.5-7b',
    isRequired: true,
    read: readId,
  },
  {
    key: 'organization',
    ask: 'Who made it?',
    unit: 'as in the other records',
    example: 'Alibaba',
    isRequired: true,
    read: (text) => readWords(text),
  },
  {
    key: 'family',
    ask: 'To which family does it belong? Models of one recipe are one family.',
    unit: 'as in the other records',
    example: 'Qwen2.5',
    isRequired: true,
    read: (text) => readWords(text),
  },
  {
    key: 'stage',
    ask: 'Is it a base model, tuned to follow instructions, or a reasoning model?',
    unit: stages.join(', '),
    example: 'base',
    isRequired: false,
    standard: 'base',
    read: (text) => readOneOf(text, stages),
  },
  {
    key: 'modality',
    ask: 'Does it take text only, or images and sound, too?',
    unit: modalities.join(', '),
    example: 'text',
    isRequired: false,
    standard: 'text',
    read: (text) => readOneOf(text, modalities),
  },
  {
    key: 'open-weights',
    ask: 'Can anybody download the weights?',
    unit: yesNo.join(', '),
    example: 'yes',
    isRequired: false,
    standard: 'yes',
    read: (text) => readOneOf(text, yesNo),
  },
  {
    key: 'hub',
    ask: 'Where is it on Hugging Face?',
    unit: 'owner/name',
    example: 'Qwen/Qwen2.5-7B',
    isRequired: false,
    read: readHub,
  },
  {
    key: 'source',
    ask: 'On which page can date, size and tokens be read, where they share one?',
    unit: page,
    example: 'https://arxiv.org/abs/2412.15115',
    isRequired: false,
    read: readAddress,
  },
  {
    key: 'released',
    ask: 'On which day could the weights first be downloaded (the API be used, for closed models)?',
    unit: 'YYYY-MM-DD, or YYYY-MM where only the month is known',
    example: '2024-09-19',
    isRequired: false,
    read: readRelease,
  },
  {
    key: 'released-source',
    ask: 'On which page can that day be read?',
    unit: page,
    example: 'https://qwenlm.github.io/blog/qwen2.5/',
    isRequired: false,
    read: readAddress,
  },
  {
    key: 'parameters',
    ask: 'How many parameters does it have, embeddings included?',
    unit: 'count; a suffix k, M, B or T means it is rounded',
    example: '7615616512',
    isRequired: false,
    read: readCount,
  },
  {
    key: 'active',
    ask: 'How many of them work on one token, in a mixture of experts?',
    unit: 'count; empty for a dense model',
    example: '3B',
    isRequired: false,
    read: readCount,
  },
  {
    key: 'parameters-precision',
    ask: 'How precisely is the size known?',
    unit: `${precisions.join(', ')}; "nominal" where only the size in the name is known`,
    example: 'rounded',
    isRequired: false,
    read: (text) => readOneOf(text, precisions),
  },
  {
    key: 'parameters-source',
    ask: 'On which page can the size be read?',
    unit: page,
    example: 'https://huggingface.co/Qwen/Qwen2.5-7B',
    isRequired: false,
    read: readAddress,
  },
  {
    key: 'tokens',
    ask: 'How many tokens did it see in pre-training, all stages together?',
    unit: 'count, such as 18T',
    example: '18T',
    isRequired: false,
    read: readCount,
  },
  {
    key: 'tokens-source',
    ask: 'On which page can the tokens be read?',
    unit: page,
    example: 'https://arxiv.org/abs/2412.15115',
    isRequired: false,
    read: readAddress,
  },
  {
    key: 'derived-from',
    ask: 'Does it start from the weights of another model? From which, and how?',
    unit: 'id:method; empty for a model trained from scratch',
    example: 'llama-3.1-8b:pruning',
    isRequired: false,
    read: readParent,
  },
  {
    key: 'note',
    ask: 'What should a reader know about the model?',
    unit: 'one sentence',
    example: 'The developer prints MMLU-Pro and not MMLU.',
    isRequired: false,
    read: (text) => readWords(text),
  },
];

/** What is asked about each score. */
export const scoreQuestions: readonly Question[] = [
  {
    key: 'benchmark',
    ask: 'Which benchmark?',
    unit: 'id of a file in data/benchmarks',
    example: 'mmlu',
    isRequired: true,
    read: readId,
  },
  {
    key: 'protocol',
    ask: 'Under which protocol?',
    unit: 'id of a protocol in that file',
    example: 'reported',
    isRequired: false,
    standard: 'reported',
    read: readId,
  },
  {
    key: 'value',
    ask: 'Which share of the items was answered correctly?',
    unit: 'fraction from 0 to 1',
    example: '0.742',
    isRequired: true,
    read: readShare,
  },
  {
    key: 'shots',
    ask: 'How many worked examples were in the prompt?',
    unit: 'whole number; empty where the source does not say',
    example: '5',
    isRequired: false,
    read: readShots,
  },
  {
    key: 'setting',
    ask: 'How was the test run, after the source?',
    unit: 'words; empty: the number of examples',
    example: '5-shot, CoT',
    isRequired: false,
    read: (text) => readWords(text),
  },
  {
    key: 'harness',
    ask: 'Which program ran the test?',
    unit: 'id; empty where unknown',
    example: 'lm-eval-harness',
    isRequired: false,
    read: readId,
  },
  {
    key: 'reporter',
    ask: 'Who reported it: who made this model, or anybody else?',
    unit: reporters.join(', '),
    example: 'developer',
    isRequired: false,
    standard: 'developer',
    read: (text) => readOneOf(text, reporters),
  },
  {
    key: 'source',
    ask: 'On which page can the value be read?',
    unit: page,
    example: 'https://arxiv.org/abs/2412.15115',
    isRequired: true,
    read: readAddress,
  },
  {
    key: 'locator',
    ask: 'Where on that page?',
    unit: 'table, row, section or page number',
    example: 'Table 3',
    isRequired: true,
    read: (text) => readWords(text),
  },
  {
    key: 'note',
    ask: 'What should a reader know about the value?',
    unit: 'one sentence',
    example: 'mean over ten samples',
    isRequired: false,
    read: (text) => readWords(text),
  },
];
