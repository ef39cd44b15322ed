/** As much of the data as trying a record needs: what the door, the lints and the measurement read. */
import type { Data } from '../data.ts';
import type { PanelData } from '../panel.ts';
import type { ModelRecord } from '../schema.ts';

export type TrialData = Required<PanelData>;

/** The parts of the data that travel to a browser, a third of the whole. */
export function trialData(data: Data): TrialData {
  const { models, benchmarks, panels, rulers, dataset, reference } = data;
  return { models, benchmarks, panels, rulers, dataset, reference: { losses: reference.losses } };
}

/** The path of a model's file in the data folder. */
export function modelPath(id: string): string {
  return `models/${id}.json`;
}

/** The same records as the files of a data folder, by path relative to it. */
export function trialFiles(data: TrialData): Map<string, unknown> {
  const folders = ['models', 'benchmarks', 'panels', 'rulers'] as const;
  return new Map<string, unknown>([
    ...folders.flatMap((folder) =>
      data[folder].map((record) => [`${folder}/${record.id}.json`, record] as const),
    ),
    ['dataset.json', data.dataset],
    ['reference/losses.json', data.reference.losses],
  ]);
}

/** The data without the model of this id. */
export function withoutModel(data: TrialData, id: string): TrialData {
  return { ...data, models: data.models.filter((model) => model.id !== id) };
}

/** The data with this record, which takes the place of one that has its id. */
export function withModel(data: TrialData, { $schema: _, ...record }: ModelRecord): TrialData {
  const models = [...withoutModel(data, record.id).models, record];
  // As the door sorts them: by code units.
  models.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return { ...data, models };
}
