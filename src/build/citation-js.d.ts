/** As much of the citation library's types as this site uses; it ships none of its own. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(data: readonly object[] | string);
    format(form: string, options?: Readonly<Record<string, unknown>>): string;
    data: Record<string, unknown>[];
  }
  export const plugins: {
    config: {
      get(plugin: '@bibtex'): { format: { useIdAsLabel: boolean; checkLabel: boolean } };
      get(plugin: '@csl'): { styles: { add(name: string, style: string): void } };
    };
  };
}
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
