/**
 * Everything the report of the talk says, and where this site answers it. The list is the contract:
 * whatever the talk claimed, predicted, named or got wrong has a page or an anchor of its own.
 */
import { describe, expect, test } from 'vitest';
import { attribute } from './html.ts';
import { pages } from './pages.ts';

const law: [string, string][] = [
  ['density doubles about every 3.3 months since 2023', '/law/'],
  ['every 100 days half the parameters suffice', '/c/parameters-halve/'],
  ['models of one recipe have equal density', '/questions/#equal-density'],
  ['a reference model has density one', '/method/'],
  ['GPT-3 with 175B against a model of 2.4B', '/p/m1-gpt-3/'],
];

const corollaries: [string, string][] = [
  ['1: parameters at fixed ability halve every 100 days', '/c/parameters-halve/'],
  ['2: inference cost falls exponentially', '/c/inference-cost/'],
  ['3: training cost falls', '/c/training-cost/'],
  ['4: growth is faster after ChatGPT', '/c/acceleration/'],
  ['5: the curves of models and devices cross', '/c/on-device/'],
  ['6: pruning and distillation lower density', '/c/compression/'],
  ['7: the doubling time is a model’s useful life', '/c/shelf-life/'],
];

const outlook: [string, string][] = [
  ['three factors: architecture, data, growth law', '/questions/#three-factors'],
  ['learning methods and steeper curves', '/theory/'],
  ['three engines', '/engines/'],
  ['battery energy doubles in 10 years', '/questions/#battery-period'],
  ['chips double in 18 months', '/questions/#moore-period'],
  ['the period may fluctuate', '/p/p7-law-persists/'],
  ['ChatGPT’s level in 4B on a device', '/p/m2-chatgpt-4b/'],
  ['GPT-4V’s level in 8B on a device', '/p/m3-gpt-4v-8b/'],
  ['750B becomes less than 60B in a year', '/p/m4-750b-60b/'],
  ['tens of millions to hundreds of billions of parameters', '/questions/#growth-of-size'],
  ['100 trillion parameters need 4 million H100', '/questions/#four-million-chips'],
  ['the first computer', '/questions/#first-computer'],
  ['Watson’s five computers', '/questions/#watson'],
  ['PCs, phones, things and processors in use', '/questions/#counts-of-machines'],
];

const predictions: [string, string][] = [
  ['P1: GPT-4 in 8B or 4B', '/p/p1-gpt-4/'],
  ['P1: GPT-4o in 8B or 4B', '/p/p1-gpt-4o/'],
  ['P2: GPT-4 as text base on a device', '/p/p2-text/'],
  ['P2: GPT-4o as multimodal base on a device', '/p/p2-multimodal/'],
  ['P3: the most advanced techniques first on devices', '/p/p3-devices-first/'],
  ['P4: models as common as processors', '/p/p4-everywhere/'],
  ['P5: a new architecture in 2025', '/p/p5-architecture/'],
  ['P6: chips learn sparsity', '/p/p6-sparsity/'],
  ['P7: the pace may vary, the law persists', '/p/p7-law-persists/'],
  ['P8: demand for compute still rises', '/p/p8-compute/'],
];

const interview: [string, string][] = [
  [
    'when, at what size and cost, on devices',
    '/questions/#when-will-a-good-model-run-on-a-phone-and-at-what-cost',
  ],
  ['Gemma 2 9B overtaken by MiniCPM3-4B', '/questions/#how-fast-is-a-model-overtaken'],
  ['the bill of 1.85 million yuan', '/questions/#gemma-bill'],
  ['cloud against device', '/questions/#does-density-decide-in-the-cloud-too'],
  ['chips like the M4, and sparsity', '/questions/#does-it-take-a-new-chip'],
  ['is less compute needed?', '/questions/#will-less-computing-be-needed'],
];

const slips: [string, string][] = [
  ['Moore’s law in 1956', '/questions/#moore-year'],
  ['two years and 18 months', '/questions/#moore-period'],
  ['size and speed positively correlated', '/questions/#size-and-speed'],
  ['more than three doublings, 60B, 1/12', '/questions/#year-of-halving'],
  ['3.3 months are 100 days', '/questions/#months-and-days'],
  ['3.3 and 3.2 months', '/questions/#two-rates'],
  ['175B to 2.4B', '/questions/#gpt-3-in-2b'],
  ['18 months is close to two months', '/questions/#eighteen-months'],
  ['2.7 tonnes', '/questions/#first-computer'],
  ['several times the output of 2023', '/questions/#four-million-chips'],
  ['Watson', '/questions/#watson'],
  ['18 billion or tens of billions of things', '/questions/#connected-things'],
  ['MiniCPM-2.6V', '/questions/#model-name'],
  ['curves that cross need equal units', '/questions/#crossing-curves'],
];

const idsOf = new Map(
  pages.map(({ file, elements }) => [
    `/${file.replace(/index\.html$/, '')}`,
    new Set(elements.flatMap((element) => attribute(element, 'id') ?? [])),
  ]),
);

describe.each([
  ['the law', law],
  ['the corollaries', corollaries],
  ['the outlook', outlook],
  ['the predictions', predictions],
  ['the interview', interview],
  ['the slips', slips],
])('%s of the talk have an address:', (_, statements) => {
  test.each(statements)('%s', (_statement, address) => {
    const [path = '', id] = address.split('#');
    const ids = idsOf.get(path);
    expect(ids, `the site has no page ${path}`).toBeDefined();
    if (id !== undefined) expect([...(ids ?? [])], `${path} has no #${id}`).toContain(id);
  });
});

test('every prediction on record has its page and its file', () => {
  const linked = [...idsOf.keys()].filter((path) => /^\/p\/[^/]+\/$/.test(path));
  expect(linked.length).toBeGreaterThanOrEqual(predictions.length);
});
