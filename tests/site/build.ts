/** Runs the build as a reader would, not as a part of the tests. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** What the test runner sets for itself and Astro would take for settings of the site. */
const ofTheRunner = /^(BASE_URL|DEV|MODE|NODE_ENV|PROD|SSR|TEST|TZ|VITE.*)$/;

/** Builds the project in `root`; `settings` are added to the environment. */
export function buildSite(
  root: string,
  args: readonly string[] = [],
  settings: Readonly<Record<string, string>> = {},
): { status: number | null; stderr: string } {
  const inherited = Object.entries(process.env).filter(([name]) => !ofTheRunner.test(name));
  return spawnSync(process.execPath, [join(root, 'tools', 'build.ts'), ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...Object.fromEntries(inherited), ...settings },
  });
}
