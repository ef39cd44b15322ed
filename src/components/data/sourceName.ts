/**
 * What a reader calls a source: the repository for code hosts, the number for arXiv, else the host.
 *
 * @param url a complete http address
 */
export function sourceName(url: string): string {
  const { host, pathname } = new URL(url);
  const [owner, name, ...rest] = pathname.split('/').filter(Boolean);
  const site = host.replace(/^www\./, '');
  if (site === 'github.com' && owner && name) return `${owner}/${name} on GitHub`;
  if (site === 'huggingface.co' && owner && name && owner !== 'docs') {
    const path = ['datasets', 'spaces'].includes(owner) ? [name, rest[0]] : [owner, name];
    return `${path.filter(Boolean).join('/')} on Hugging Face`;
  }
  if (site === 'arxiv.org' && name) return `arXiv:${name.replace(/\.pdf$/, '')}`;
  return site;
}
