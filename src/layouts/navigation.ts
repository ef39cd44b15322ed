/** The pages of the header and the footer, in order. A page joins the site's navigation here. */

export interface NavigationItem {
  label: string;
  /** From the site's root, with a trailing slash. */
  path: string;
}

export const mainNavigation: readonly NavigationItem[] = [
  { label: 'Law', path: '/law/' },
  { label: 'Corollaries', path: '/corollaries/' },
  { label: 'Predictions', path: '/predictions/' },
  { label: 'Method', path: '/method/' },
  { label: 'Models', path: '/models/' },
  { label: 'Data', path: '/data/' },
  { label: 'Limits', path: '/limits/' },
];

/** A heading of the footer and the pages under it. */
export interface NavigationGroup {
  title: string;
  items: readonly NavigationItem[];
}

/** Every page that stands for itself, by what a reader comes for; the footer lists them all. */
export const footerNavigation: readonly NavigationGroup[] = [
  {
    title: 'Read',
    items: [
      { label: 'The law', path: '/law/' },
      { label: 'The method', path: '/method/' },
      { label: 'Seven corollaries', path: '/corollaries/' },
      { label: 'Predictions', path: '/predictions/' },
      { label: 'Theory', path: '/theory/' },
      { label: 'Three engines', path: '/engines/' },
      { label: 'Everywhere', path: '/everywhere/' },
      { label: 'Questions', path: '/questions/' },
      { label: 'Limits', path: '/limits/' },
      { label: 'Glossary', path: '/glossary/' },
    ],
  },
  {
    title: 'Look up',
    items: [
      { label: 'Models', path: '/models/' },
      { label: 'Benchmarks', path: '/benchmarks/' },
      { label: 'Claims', path: '/c/' },
      { label: 'Numbers', path: '/n/' },
      { label: 'Figures', path: '/f/' },
      { label: 'Downloads', path: '/data/' },
      { label: 'Ledger of scores', path: '/data/ledger/' },
    ],
  },
  {
    title: 'Add and cite',
    items: [
      { label: 'How to contribute', path: '/contribute/' },
      { label: 'Checks', path: '/contribute/checks/' },
      { label: 'How to cite', path: '/cite/' },
      { label: 'Releases', path: '/releases/' },
      { label: 'Changes', path: '/changelog/' },
      { label: 'Check a number', path: '/check/' },
    ],
  },
];

/** True when `pathname` (with or without the site's base) is the item's page or lies under it. */
export function isCurrent(item: NavigationItem, pathname: string, base: string): boolean {
  const prefix = base.replace(/\/$/, '');
  const path = pathname.startsWith(prefix) ? pathname.slice(prefix.length) : pathname;
  return path.startsWith(item.path);
}
