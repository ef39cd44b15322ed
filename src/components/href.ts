/**
 * The address of a page or file of this site, under whatever folder the site is served from.
 *
 * @param path begins with a slash; pages end with one, too: `/models/`
 * @returns the path with the site's base in front
 * @throws RangeError when `path` does not begin with a slash
 */
export function href(path: string): string {
  if (!path.startsWith('/')) throw new RangeError(`href requires a path from "/", got "${path}"`);
  const base: string = import.meta.env?.BASE_URL ?? '/';
  return base.replace(/\/$/, '') + path;
}
