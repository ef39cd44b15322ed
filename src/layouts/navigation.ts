/** The pages of the header and the footer, in order. A page joins the site's navigation here. */

export interface NavigationItem {
  label: string;
  /** From the site's root, with a trailing slash. */
  path: string;
}

export const mainNavigation: readonly NavigationItem[] = [
  { label: 'Law', path: '/law/' },
  { label: 'Method', path: '/method/' },
  { label: 'Models', path: '/models/' },
  { label: 'Benchmarks', path: '/benchmarks/' },
  { label: 'Data', path: '/data/' },
  { label: 'Limits', path: '/limits/' },
];

/** Articles of the book beside the main ones; the footer lists them, the header has no room. */
export const bookNavigation: readonly NavigationItem[] = [
  { label: 'Engines', path: '/engines/' },
  { label: 'Everywhere', path: '/everywhere/' },
];

/** True when `pathname` (with or without the site's base) is the item's page or lies under it. */
export function isCurrent(item: NavigationItem, pathname: string, base: string): boolean {
  const prefix = base.replace(/\/$/, '');
  const path = pathname.startsWith(prefix) ? pathname.slice(prefix.length) : pathname;
  return path.startsWith(item.path);
}
