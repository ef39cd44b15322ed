/** The one function of the font library that this site uses; it ships no types. */
declare module 'wawoff2' {
  /** A WOFF2 font as an OpenType font. */
  export function decompress(font: Uint8Array): Promise<Uint8Array>;
}
