/** What the whole site says of itself; CITATION.cff, .zenodo.json and every citation are made of it. */
export const publication = {
  title: 'Densing Law Observatory',
  authors: 'The Densing Law Observatory contributors',
  abstract:
    'An open, reproducible and continuing measurement of the Densing Law of large language models from public data.',
  message:
    'Please cite the observatory with the data version printed beside the figure you used, and the paper that proposed the law.',
  keywords: ['large language models', 'capability density', 'densing law', 'scaling laws'],
  /** SPDX ids: text, figures and data; then code. */
  licences: ['CC-BY-4.0', 'MIT'],
  licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
  url: 'https://densing-law.github.io/',
  repository: 'https://github.com/densing-law/densing-law.github.io',
  language: 'en-GB',
} as const;

/** Ids in data/bibliography.json of the papers of the law, the one to cite first at the head. */
export const papersOfTheLaw = ['xiao-2025', 'xiao-2024'] as const;
