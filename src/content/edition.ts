/** The site as it is now, in the form in which a release freezes it. */
import { hashRecord } from '../build/recordHash.ts';
import { claims, codeHash, data, dataHash, dataVersion, numbers } from '../build/results.ts';
import { defaultChoices } from '../lib/choices.ts';
import type { NumberRecord } from '../lib/numbers/number.ts';
import { formatNumber, formatNumberInterval } from '../lib/numbers/number.ts';
import type { FrozenFigure, FrozenNumber, Release } from '../lib/releases/release.ts';
import * as engines from './articles/en/engineWords.ts';
import * as law from './articles/en/words.ts';
import { claimRecord } from './claims.ts';
import { figures } from './figures/figures.ts';
import { figureCsv, figureSvg } from './figures/files.ts';
import { plainSentence } from './numbers.ts';
import { predictions } from './predictions.ts';

/** Sentences that depend on the data, by permanent ids. */
const sentences: Readonly<Record<string, string>> = {
  growth: law.growth,
  slowing: law.slowing,
  'edge-pace': `The dense edge ${law.edgePace}.`,
  'panel-agreement': law.panelAgreement,
  'slower-panels': law.slowerPanels,
  rivalry: law.rivalry,
  'record-bias': law.recordBias,
  'engines-together': engines.together,
};

/** Figures that a release keeps as they were. */
const headlineFigures: readonly string[] = ['density-trend', 'doubling-forest', 'sizes'];

export function freezeNumber(record: NumberRecord): FrozenNumber {
  const { id, name, value, interval, unit, refusal, definition, formula } = record;
  return {
    id,
    name,
    value,
    interval: interval && [interval[0], interval[1]],
    unit,
    text: value === null ? null : formatNumber(record),
    intervalText: value === null ? null : formatNumberInterval(record),
    refusal,
    definition,
    formula,
    definitionHash: hashRecord({ name, unit, definition, formula }),
  };
}

function freezeFigure(id: string): FrozenFigure {
  const figure = figures.find((candidate) => candidate.id === id);
  if (!figure) throw new RangeError(`there is no figure "${id}" to freeze`);
  const { title, caption, description, sources } = figure;
  return {
    id,
    title,
    caption: plainSentence(caption),
    description: plainSentence(description),
    sources,
    svg: figureSvg(figure),
    csv: figureCsv(figure),
  };
}

const FINGERPRINT = 12;

/** Everything a release holds but its name, its day and its seal. */
export const liveEdition: Omit<Release, 'release' | 'date' | 'previous' | 'seal'> = {
  verdict: law.verdict,
  sentences: Object.fromEntries(
    Object.entries(sentences).map(([id, sentence]) => [id, plainSentence(sentence)]),
  ),
  data: {
    asOf: data.dataset.asOf,
    version: dataVersion,
    hash: dataHash,
    models: data.models.length,
    scores: data.models.reduce((sum, { scores }) => sum + scores.length, 0),
    benchmarks: data.benchmarks.length,
  },
  codeHash,
  choices: { ...defaultChoices },
  numbers: numbers.map(freezeNumber),
  claims: claims.map(({ id, status, effect, interval, n }) => {
    const { number, title } = claimRecord(id);
    return { id, number, title, status, effect, interval: interval && [...interval], n };
  }) as Release['claims'],
  predictions: predictions.map(({ record, resolution }) => ({
    id: record.id,
    label: record.label,
    title: record.title,
    status: resolution.status,
    on: resolution.on,
    deadline: record.deadline,
    probability: record.probability,
  })),
  figures: headlineFigures.map(freezeFigure),
  records: Object.fromEntries(
    data.models.map((model) => [model.id, hashRecord(model).slice(0, FINGERPRINT)]),
  ),
};
