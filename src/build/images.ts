/** Drawings as images, with the site's own faces, so that every machine makes the same picture. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { decompress } from 'wawoff2';

const root = process.cwd();
const faces = ['sans-regular', 'sans-semibold', 'serif-regular', 'display-regular'];

let fontFiles: Promise<string[]> | undefined;

/** The faces as files that the renderer can read; it knows no compressed ones. */
async function unpackFaces(): Promise<string[]> {
  const folder = resolve(root, '.cache', 'fonts');
  mkdirSync(folder, { recursive: true });
  const paths: string[] = [];
  // One after the other: the library gives back a view of memory that the next call writes to.
  for (const face of faces) {
    const path = join(folder, `${face}.ttf`);
    const partial = `${path}.${process.pid}`;
    const packed = readFileSync(resolve(root, 'public', 'fonts', `${face}.woff2`));
    writeFileSync(partial, await decompress(packed));
    renameSync(partial, path);
    paths.push(path);
  }
  return paths;
}

/** An SVG that stands alone as a PNG, `width` pixels wide. */
export async function renderPng(svg: string, width: number): Promise<Uint8Array<ArrayBuffer>> {
  fontFiles ??= unpackFaces();
  const image = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: { loadSystemFonts: false, fontFiles: await fontFiles },
  }).render();
  return new Uint8Array(image.asPng());
}
