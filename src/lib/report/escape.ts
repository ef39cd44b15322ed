/**
 * Strings of records as inert Markdown. A record comes from a stranger: its text must neither format,
 * nor link, nor mention anybody, nor become markup in a comment of GitHub.
 */

/** Longest text of a record that is shown. */
const LONGEST = 160;

const html: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Breaks what a forge would make a link of, without a visible sign. */
const SEAM = '\u200b';

/** Text on one line that shows as it is, at most 160 characters of it. */
export function escapeText(text: string): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const signs = [...line];
  const short = signs.length <= LONGEST ? line : `${signs.slice(0, LONGEST - 1).join('')}…`;
  return short
    .replace(/[\\`*_{}[\]|~$#]/g, (sign) => `\\${sign}`)
    .replace(/[&<>]/g, (sign) => html[sign] as string)
    .replace(/@|#|:(?=\/\/)|www(?=\.)/gi, (sign) => `${sign}${SEAM}`)
    .replace(/\b(?:gh|mailto|xmpp)(?=[-:])/gi, (sign) => `${sign}${SEAM}`)
    .replace(/^[-+=](?=.)/, (sign) => `\\${sign}`)
    .replace(/^(\d+)(?=[.)](?:\s|$))/, `$1${SEAM}`);
}

/** An address as a link that shows its site and path; text where it is no address of a page. */
export function escapeLink(address: string): string {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return escapeText(address);
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return escapeText(address);
  if (url.username !== '' || url.password !== '') return escapeText(address);
  const target = url.href.replace(
    /[\s<>()[\]{}|\\`*_~"'@]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
  );
  const shown = `${url.host}${url.pathname === '/' ? '' : url.pathname}`;
  return `[${escapeText(shown)}](<${target}>)`;
}
