/** As much of the citation library's types as this site uses; it ships none of its own. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(data: readonly object[]);
    format(form: string, options?: Readonly<Record<string, unknown>>): string;
    data: { id: string }[];
  }
}
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
