/** A built site for a folder on a disk: addresses from the site's root become relative ones. */

/** Attributes that name a file of the site, in mark-up as this site writes it. */
const inMarkup = /\b(href|src|action|data-[a-z-]+)="(\/[^"]*)"/g;
const inStyle = /url\((['"]?)(\/[^'")]+)\1\)/g;

/** From a file of the site to an address of it: "../law/index.html#top". */
export function relativeAddress(file: string, address: string): string {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/.exec(address) ?? [];
  const target = path.endsWith('/') ? `${path}index.html` : path;
  const up = '../'.repeat(file.split('/').length - 1);
  return `${up}${target.slice(1)}${rest}` || './';
}

/**
 * The text of a page or a style sheet with relative addresses.
 *
 * @param file path from the site's root, with forward slashes
 * @param base the path under which the site was built, "/" or "/name/"
 * @param drawing the text of an SVG of the site, or null; a style sheet takes it in, since browsers refuse
 *   a mask from another file of a disk
 */
export function makeRelative(
  file: string,
  text: string,
  base: string,
  drawing: (path: string) => string | null = () => null,
): string {
  const local = (address: string): string | null => {
    if (address.startsWith('//') || !address.startsWith(base)) return null;
    return relativeAddress(file, `/${address.slice(base.length)}`);
  };
  if (file.endsWith('.html')) {
    return text
      .replace(inMarkup, (whole, name: string, address: string) => {
        const path = local(address);
        return path === null ? whole : `${name}="${path}"`;
      })
      .replace(/ crossorigin(?:="[^"]*")?/g, '');
  }
  if (!file.endsWith('.css')) return text;
  return text.replace(inStyle, (whole, quote: string, address: string) => {
    const svg = address.startsWith(base) ? drawing(address.slice(base.length)) : null;
    if (svg !== null) return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
    const path = local(address);
    return path === null ? whole : `url(${quote}${path}${quote})`;
  });
}
