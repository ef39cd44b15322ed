/**
 * The downloads described for other people's tools, in the two formats that such tools read: a
 * Frictionless Data Package (specs.frictionlessdata.io, version 1) and a Croissant file
 * (mlcommons.org/croissant/1.0). Both are made from the same fields as the tables themselves.
 */
import type { CreditRecord } from '../schema.ts';
import type { ForeignKey } from './keys.ts';
import { tableKeys } from './keys.ts';
import type { DownloadTable, Field, FieldType } from './table.ts';

/** A file as it is published. */
export interface PublishedFile {
  name: string;
  format: string;
  bytes: number;
  sha256: string;
  table: DownloadTable;
}

/** What both formats say of the whole. */
export interface DatasetFacts {
  /** Name for machines: lower case and hyphens. */
  name: string;
  title: string;
  description: string;
  /** Last day on which the data were gathered, YYYY-MM-DD. */
  asOf: string;
  /** SHA-256 of the records. */
  hash: string;
  credit: string;
  creator: string;
  /** Address of the page that explains the data, with the site in front. */
  page: string;
  /** Address of the folder with the files, with the site in front and a slash at the end. */
  folder: string;
  repository: string;
  sources: readonly CreditRecord[];
}

const licence = {
  name: 'CC-BY-4.0',
  title: 'Creative Commons Attribution 4.0 International',
  path: 'https://creativecommons.org/licenses/by/4.0/',
};

const mediaTypes: Readonly<Record<string, string>> = {
  CSV: 'text/csv',
  JSON: 'application/json',
  Parquet: 'application/vnd.apache.parquet',
};

/** A version of three numbers, as Croissant asks: the day of the data. */
function versionOf(asOf: string): string {
  return asOf.split('-').map(Number).join('.');
}

/** `datapackage.json`: every table as the CSV beside it, with types, keys and checksums. */
export function dataPackage(facts: DatasetFacts, files: readonly PublishedFile[]) {
  return {
    profile: 'tabular-data-package',
    name: facts.name,
    id: facts.hash,
    title: facts.title,
    description: facts.description,
    homepage: facts.page,
    version: versionOf(facts.asOf),
    licenses: [licence],
    contributors: [{ title: facts.creator, path: facts.repository, role: 'publisher' }],
    sources: facts.sources.map(({ name, url, licence: terms, credit, usedFor }) => ({
      title: name,
      path: url,
      licence: terms,
      credit,
      usedFor,
    })),
    resources: csvOf(files).map(resourceOf),
  };
}

function resourceOf({ name, bytes, sha256, table }: PublishedFile) {
  const { id, title, about, fields } = table;
  const { primary, foreign } = keysOf(id);
  return {
    profile: 'tabular-data-resource',
    name: id,
    title,
    description: about,
    path: name,
    format: 'csv',
    mediatype: mediaTypes['CSV'],
    encoding: 'utf-8',
    bytes,
    hash: `sha256:${sha256}`,
    schema: {
      fields: fields.map(packageField),
      missingValues: [''],
      primaryKey: primary,
      ...(foreign.length > 0 && { foreignKeys: foreign.map(packageReference) }),
    },
  };
}

function packageReference({ fields, table: resource, target }: ForeignKey) {
  return { fields, reference: { resource, fields: target } };
}

function packageField({ name, unit, type, description }: Field) {
  const format = unit === 'URL' ? { format: 'uri' } : {};
  return { name, type, ...format, description, unit };
}

/** The context that the specification prescribes, less two vocabularies that nothing here uses. */
const context = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  citeAs: 'cr:citeAs',
  column: 'cr:column',
  conformsTo: 'dct:conformsTo',
  cr: 'http://mlcommons.org/croissant/',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  dct: 'http://purl.org/dc/terms/',
  examples: { '@id': 'cr:examples', '@type': '@json' },
  extract: 'cr:extract',
  field: 'cr:field',
  fileObject: 'cr:fileObject',
  fileProperty: 'cr:fileProperty',
  fileSet: 'cr:fileSet',
  format: 'cr:format',
  includes: 'cr:includes',
  isLiveDataset: 'cr:isLiveDataset',
  jsonPath: 'cr:jsonPath',
  key: 'cr:key',
  md5: 'cr:md5',
  parentField: 'cr:parentField',
  path: 'cr:path',
  recordSet: 'cr:recordSet',
  references: 'cr:references',
  regex: 'cr:regex',
  repeated: 'cr:repeated',
  replace: 'cr:replace',
  sc: 'https://schema.org/',
  separator: 'cr:separator',
  source: 'cr:source',
  subField: 'cr:subField',
  transform: 'cr:transform',
} as const;

const croissantTypes: Readonly<Record<FieldType, string>> = {
  string: 'sc:Text',
  integer: 'sc:Integer',
  number: 'sc:Float',
  boolean: 'sc:Boolean',
  date: 'sc:Date',
};

/** `croissant.json`: the same tables in the vocabulary of schema.org, for data set search. */
export function croissant(facts: DatasetFacts, files: readonly PublishedFile[]) {
  return {
    '@context': context,
    '@type': 'sc:Dataset',
    conformsTo: 'http://mlcommons.org/croissant/1.0',
    name: facts.name,
    alternateName: facts.title,
    description: facts.description,
    url: facts.page,
    version: versionOf(facts.asOf),
    datePublished: facts.asOf,
    license: licence.path,
    isLiveDataset: true,
    isAccessibleForFree: true,
    inLanguage: 'en',
    citeAs: facts.credit,
    creator: { '@type': 'sc:Organization', name: facts.creator, url: facts.repository },
    keywords: ['language models', 'benchmarks', 'capability density', 'densing law'],
    isBasedOn: facts.sources.map(({ url }) => url),
    distribution: files.map((file) => fileObject(facts.folder, file)),
    recordSet: csvOf(files).map(recordSet),
  };
}

function fileObject(folder: string, { name, format, bytes, sha256, table }: PublishedFile) {
  return {
    '@type': 'cr:FileObject',
    '@id': name,
    name,
    description: `${table.title} as ${format}.`,
    contentUrl: folder + name,
    contentSize: `${bytes} B`,
    encodingFormat: mediaTypes[format],
    sha256,
  };
}

function recordSet({ name, table }: PublishedFile) {
  const { id, title, about, fields } = table;
  const keys = keysOf(id);
  const idOf = (field: string) => ({ '@id': `${id}/${field}` });
  return {
    '@type': 'cr:RecordSet',
    '@id': id,
    name: title,
    description: about,
    key: keys.primary.map(idOf),
    field: fields.map((field) => ({
      '@type': 'cr:Field',
      ...idOf(field.name),
      name: field.name,
      description: `${field.description} Unit: ${field.unit}.`,
      dataType: field.unit === 'URL' ? 'sc:URL' : croissantTypes[field.type],
      ...referenceOf(keys.foreign, field.name),
      source: { fileObject: { '@id': name }, extract: { column: field.name } },
    })),
  };
}

function referenceOf(foreign: readonly ForeignKey[], field: string) {
  for (const { fields, table, target } of foreign) {
    const at = fields.indexOf(field);
    if (at >= 0) return { references: { field: { '@id': `${table}/${target[at] ?? ''}` } } };
  }
  return {};
}

function csvOf(files: readonly PublishedFile[]) {
  return files.filter(({ format }) => format === 'CSV');
}

function keysOf(table: string) {
  const keys = tableKeys[table];
  if (!keys) throw new RangeError(`interchange has no keys for the table "${table}"`);
  return keys;
}
