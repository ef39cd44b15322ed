import type { Finding, Lint } from './lint.ts';
import { sourcesOf } from './sources.ts';

export const sourceNotPinned: Lint = {
  id: 'source-not-pinned',
  severity: 'warning',
  group: 'sources',
  title: 'A file in a repository is named with its commit.',
  why: 'Files on GitHub and Hugging Face change: tables are corrected, rows vanish. An address with the commit shows for ever what was read. On GitHub press y on the page of the file; on Hugging Face open the file’s history.',
  example: {
    wrong: '"source": "https://github.com/QwenLM/Qwen2.5/blob/main/README.md"',
    right:
      '"source": "https://github.com/QwenLM/Qwen2.5/blob/1f89f8c81adb85e3808f9cc15180ab1fdacbb900/README.md"',
  },
  check({ record }) {
    return sourcesOf(record).flatMap(({ path, url }): Finding[] => {
      const parts = url.pathname.split('/').slice(1);
      const isGitHub = /^(?:github\.com|raw\.githubusercontent\.com)$/.test(url.hostname);
      if (!isGitHub && url.hostname !== 'huggingface.co') return [];
      const isFile =
        parts.some((part) => ['blob', 'raw', 'resolve', 'tree'].includes(part)) ||
        (url.hostname === 'raw.githubusercontent.com' && parts.length > 3);
      if (!isFile || parts.some((part) => /^[0-9a-f]{40}$/.test(part))) return [];
      return [
        {
          path,
          message: `The address follows a branch ("${parts[parts.findIndex((part) => ['blob', 'raw', 'resolve', 'tree'].includes(part)) + 1] ?? ''}"), whose file can change.`,
          mend: 'Put the 40 digits of the commit where the branch stands.',
        },
      ];
    });
  },
};
