/** Download of the models on record. */
import type { Data } from '../data.ts';
import type { ModelRecord } from '../schema.ts';
import type { Column, DownloadTable } from './table.ts';
import { tabulate } from './table.ts';

const modelColumns: readonly Column<ModelRecord>[] = [
  {
    name: 'model',
    unit: 'id',
    description: 'Stable id; the page is /m/<id>/.',
    value: (m) => m.id,
  },
  {
    name: 'name',
    unit: 'text',
    description: 'Name as its developer writes it.',
    value: (m) => m.name,
  },
  { name: 'organization', unit: 'text', description: 'Who made it.', value: (m) => m.organization },
  {
    name: 'family',
    unit: 'text',
    description: 'Models made by one recipe; the unit that the bootstrap resamples.',
    value: (m) => m.family,
  },
  {
    name: 'stage',
    unit: 'text',
    description: 'base, instruct or reasoning.',
    value: (m) => m.stage,
  },
  { name: 'modality', unit: 'text', description: 'text or multimodal.', value: (m) => m.modality },
  {
    name: 'open_weights',
    unit: 'true or false',
    description: 'Whether the weights can be downloaded.',
    value: (m) => m.openWeights,
  },
  {
    name: 'released',
    unit: 'date',
    description: 'First public availability of the weights, of the API for closed models; UTC.',
    value: (m) => m.released?.date ?? null,
  },
  {
    name: 'released_precision',
    unit: 'text',
    description: 'day, or month where only that is known; then the date is the 15th.',
    value: (m) => m.released?.precision ?? null,
  },
  {
    name: 'released_source',
    unit: 'URL',
    description: 'Where the date was read.',
    value: (m) => m.released?.source ?? null,
  },
  {
    name: 'parameters_total',
    unit: 'count',
    description: 'All weights, embeddings included.',
    value: (m) => m.parameters?.total ?? null,
  },
  {
    name: 'parameters_active',
    unit: 'count',
    description: 'Weights used for one token; equal to the total in dense models.',
    value: (m) => m.parameters?.active ?? null,
  },
  {
    name: 'parameters_precision',
    unit: 'text',
    description: 'exact, rounded, or nominal where only the size in the name is known.',
    value: (m) => m.parameters?.precision ?? null,
  },
  {
    name: 'parameters_source',
    unit: 'URL',
    description: 'Where the counts were read.',
    value: (m) => m.parameters?.source ?? null,
  },
  {
    name: 'training_tokens',
    unit: 'count',
    description: 'Tokens seen in pre-training, all stages.',
    value: (m) => m.trainingTokens?.value ?? null,
  },
  {
    name: 'training_tokens_source',
    unit: 'URL',
    description: 'Where the number of tokens was read.',
    value: (m) => m.trainingTokens?.source ?? null,
  },
  {
    name: 'derived_from',
    unit: 'text',
    description: 'Model whose weights it starts from; empty for models trained from scratch.',
    value: (m) => m.derivedFrom?.model ?? null,
  },
  {
    name: 'derived_by',
    unit: 'text',
    description: 'How: pruning, distillation, quantisation and so on.',
    value: (m) => m.derivedFrom?.method ?? null,
  },
  {
    name: 'distilled_in_pretraining',
    unit: 'true or false',
    description: 'Trained from scratch on the outputs of a larger teacher.',
    value: (m) => m.distilledInPretraining !== null,
  },
  {
    name: 'hub',
    unit: 'text',
    description: 'Repository on the model hub, owner/name.',
    value: (m) => m.hub,
  },
  {
    name: 'aliases',
    unit: 'ids, space-separated',
    description: 'Other ids that name the same weights.',
    value: (m) => m.aliases.join(' ') || null,
  },
  {
    name: 'scores',
    unit: 'count',
    description: 'Published values in the record.',
    value: (m) => m.scores.length,
  },
];

/** One row per model. */
export function modelsTable({ models }: Data): DownloadTable {
  const about =
    'One row per model on record, of every stage. Other published values of dates, sizes and tokens stand in the model’s own JSON file.';
  return tabulate({ id: 'models', title: 'Models', about }, modelColumns, models);
}
