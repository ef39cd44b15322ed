/** What the tests use of two libraries that ship no types. */
declare module 'datapackage' {
  interface Resource {
    name: string;
    read(options: { keyed: true; relations: boolean }): Promise<Record<string, unknown>[]>;
  }
  export class Package {
    static load(descriptor: object, options: { basePath: string }): Promise<Package>;
    readonly valid: boolean;
    readonly errors: Error[];
    readonly resources: Resource[];
  }
}

declare module 'jsonld' {
  type Node = Record<string, unknown>;
  const jsonld: {
    expand(
      document: object,
      options: { base?: string; documentLoader: (url: string) => unknown; safe: boolean },
    ): Promise<Node[]>;
  };
  export default jsonld;
}
