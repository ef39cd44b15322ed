/**
 * What other collections call our benchmarks, and under which of our protocols their runs fall. A
 * name counts when it is one of these after letters are made small and everything but letters and
 * digits is dropped; likeness is never enough.
 */

export interface ForeignBenchmark {
  /** Id in data/benchmarks. */
  benchmark: string;
  /** Names in tables and harnesses. */
  names: readonly string[];
  /** Data sets of Hugging Face that are this benchmark whatever the task. */
  datasets: readonly string[];
  /** Data set and task, where one data set holds several benchmarks. */
  tasks?: readonly (readonly [dataset: string, task: string])[];
}

export const foreignBenchmarks: readonly ForeignBenchmark[] = [
  {
    benchmark: 'mmlu',
    names: ['MMLU', 'Hendrycks MMLU', 'Massive Multitask Language Understanding'],
    datasets: ['cais/mmlu', 'hails/mmlu_no_train'],
  },
  {
    benchmark: 'mmlu-pro',
    names: ['MMLU-Pro', 'mmlu_pro/overall', 'leaderboard_mmlu_pro'],
    datasets: ['TIGER-Lab/MMLU-Pro'],
  },
  {
    benchmark: 'bbh',
    names: ['BBH', 'BIG-Bench Hard', 'leaderboard_bbh'],
    datasets: ['SaylorTwift/bbh', 'lukaemon/bbh', 'suzgunmirac/BIG-Bench-Hard'],
  },
  {
    benchmark: 'math-lvl5',
    names: ['MATH Level 5', 'MATH Lvl 5', 'leaderboard_math_hard'],
    datasets: [],
  },
  {
    benchmark: 'math',
    names: ['MATH', 'Hendrycks MATH'],
    datasets: ['hendrycks/competition_math'],
  },
  { benchmark: 'math-500', names: ['MATH-500'], datasets: ['HuggingFaceH4/MATH-500'] },
  {
    benchmark: 'gpqa-diamond',
    names: ['GPQA Diamond', 'gpqa_diamond'],
    datasets: [],
    tasks: [
      ['Idavidrein/gpqa', 'gpqa_diamond'],
      ['Idavidrein/gpqa', 'diamond'],
    ],
  },
  {
    benchmark: 'gpqa',
    names: ['GPQA', 'gpqa_main', 'leaderboard_gpqa'],
    datasets: [],
    tasks: [
      ['Idavidrein/gpqa', 'gpqa_main'],
      ['Idavidrein/gpqa', 'main'],
    ],
  },
  {
    benchmark: 'gsm8k',
    names: ['GSM8K', 'gsm8k/strict-match'],
    datasets: ['openai/gsm8k', 'gsm8k'],
  },
  {
    benchmark: 'humaneval',
    names: ['HumanEval', 'openai_humaneval'],
    datasets: ['openai/openai_humaneval'],
  },
  { benchmark: 'mbpp', names: ['MBPP'], datasets: ['google-research-datasets/mbpp'] },
  {
    benchmark: 'arc-c',
    names: ['ARC-C', 'ARC-Challenge', 'AI2 Reasoning Challenge (challenge)'],
    datasets: [],
    tasks: [['allenai/ai2_arc', 'ARC-Challenge']],
  },
  { benchmark: 'hellaswag', names: ['HellaSwag'], datasets: ['Rowan/hellaswag'] },
  { benchmark: 'winogrande', names: ['WinoGrande'], datasets: ['allenai/winogrande'] },
  {
    benchmark: 'truthfulqa',
    names: ['TruthfulQA', 'truthfulqa_mc2'],
    datasets: ['truthfulqa/truthful_qa'],
  },
  { benchmark: 'drop', names: ['DROP'], datasets: ['ucinlp/drop'] },
  { benchmark: 'ifeval', names: ['IFEval'], datasets: ['google/IFEval'] },
  { benchmark: 'musr', names: ['MuSR'], datasets: ['TAUR-Lab/MuSR'] },
  { benchmark: 'aime-2024', names: ['AIME 2024', 'AIME24'], datasets: ['HuggingFaceH4/aime_2024'] },
  { benchmark: 'aime-2025', names: ['AIME 2025', 'AIME25'], datasets: ['MathArena/aime_2025'] },
  { benchmark: 'aime-2026', names: ['AIME 2026', 'AIME26'], datasets: ['MathArena/aime_2026'] },
  { benchmark: 'mmmu', names: ['MMMU'], datasets: ['MMMU/MMMU'] },
  { benchmark: 'mmmu-pro', names: ['MMMU-Pro'], datasets: ['MMMU/MMMU_Pro'] },
];

/** Collections whose runs are a protocol of their own: one harness, one set of prompts. */
export const foreignProtocols: readonly {
  /** Name of the collection, as it calls itself. */
  source: string;
  protocol: string;
  harness: string;
}[] = [
  { source: 'HF Open LLM v2', protocol: 'oll-v2', harness: 'lm-eval-harness' },
  { source: 'HF Open LLM v1', protocol: 'oll-v1', harness: 'lm-eval-harness' },
];

/** Programs by the names that other collections give them. */
const foreignHarnesses: Readonly<Record<string, string>> = {
  lmeval: 'lm-eval-harness',
  lmevalharness: 'lm-eval-harness',
  lmevaluationharness: 'lm-eval-harness',
  inspectai: 'inspect-ai',
  inspect: 'inspect-ai',
  helm: 'helm',
  lighteval: 'lighteval',
  simpleevals: 'simple-evals',
  opencompass: 'opencompass',
  evalplus: 'evalplus',
  olmes: 'olmes',
};

/** Measures that are shares of right answers. */
const shares = new Set(
  'accuracy acc accnorm exactmatch em pass1 passat1 passrate score strictacc promptlevelstrictacc mc2'.split(
    ' ',
  ),
);

/** Small letters and digits only. */
function bare(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Our id of a benchmark by the name that others give it; null where the table has none. */
export function benchmarkByName(name: string): string | null {
  const found = foreignBenchmarks.find(({ names }) =>
    names.some((own) => bare(own) === bare(name)),
  );
  return found?.benchmark ?? null;
}

/** Our id of a benchmark by data set and task of Hugging Face; null where the table has none. */
export function benchmarkByDataset(dataset: string, task: string | null): string | null {
  const byTask = foreignBenchmarks.find(({ tasks }) =>
    tasks?.some(([own, part]) => own === dataset && task !== null && bare(part) === bare(task)),
  );
  const whole = foreignBenchmarks.find(({ datasets }) => datasets.includes(dataset));
  return (byTask ?? whole)?.benchmark ?? null;
}

/** Our id of an evaluation program; null where the table has none. */
export function harnessByName(name: string): string | null {
  const key = bare(name);
  return Object.hasOwn(foreignHarnesses, key) ? (foreignHarnesses[key] as string) : null;
}

/** Whether a measure is a share of right answers. */
export function isShareOfRight(metric: string): boolean {
  return shares.has(bare(metric));
}
