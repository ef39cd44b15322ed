/**
 * Completes package-lock.json: `node tools/lock.ts`.
 *
 * Packages with native code list one optional package per platform. npm leaves those out of the lock
 * file that it could not find when it wrote it, and `npm ci` then refuses the whole file, on every
 * platform. Their names and versions are known all the same; they are entered here, for the
 * platforms in their names, so that only such machines will ask for them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface LockedPackage {
  version?: string;
  optional?: boolean;
  dev?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

export interface LockFile {
  packages: Record<string, LockedPackage>;
}

export interface MissingPackage {
  /** The package that asks for it, as a path in node_modules. */
  parent: string;
  name: string;
  version: string;
}

/** Optional packages of one exact version that no entry of the lock file answers for. */
export function missingPackages({ packages }: LockFile): MissingPackage[] {
  return Object.entries(packages).flatMap(([parent, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, version]) => {
        const found = resolvePackage(packages, parent, name);
        return found === undefined || (/^\d/.test(version) && found.version !== version);
      })
      .map(([name, version]) => ({ parent, name, version })),
  );
}

/** What `parent` gets when it asks for `name`: the nearest entry on the way up. */
function resolvePackage(
  packages: LockFile['packages'],
  parent: string,
  name: string,
): LockedPackage | undefined {
  for (
    let folder = parent;
    ;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))
  ) {
    const entry = packages[`${folder}${folder ? '/' : ''}node_modules/${name}`];
    if (entry || folder === '') return entry;
  }
}

/** The lock file with an entry for each missing package, in npm's order of keys. */
export function completeLock(lock: LockFile): LockFile {
  const packages = { ...lock.packages };
  for (const { parent, name, version } of missingPackages(lock)) {
    const top = `node_modules/${name}`;
    const path = top in packages ? `${parent}/${top}` : top;
    const isDev = packages[parent]?.dev === true;
    packages[path] = { version, ...platformOf(name), ...(isDev && { dev: true }), optional: true };
  }
  const [root, ...rest] = Object.keys(packages);
  const order = [root ?? '', ...rest.sort((a, b) => a.localeCompare(b, 'en'))];
  return { ...lock, packages: Object.fromEntries(order.map((path) => [path, packages[path]!])) };
}

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64', 'wasm32'];

/** The platform that a name ends with: `…-linux-arm64-musl`. */
function platformOf(name: string): Pick<LockedPackage, 'os' | 'cpu' | 'libc'> {
  const words = name.split(/[-/]/);
  const os = systems.find((system) => words.includes(system));
  const cpu = processors.find((processor) => words.includes(processor));
  const isGlibc = words.some((word) => word.startsWith('gnu'));
  const isMusl = words.some((word) => word.startsWith('musl'));
  return {
    ...(os && { os: [os] }),
    ...(cpu && { cpu: [cpu] }),
    ...(os === 'linux' && (isGlibc || isMusl) && { libc: [isGlibc ? 'glibc' : 'musl'] }),
  };
}

if (import.meta.main) {
  const path = fileURLToPath(new URL('../package-lock.json', import.meta.url));
  const lock = JSON.parse(readFileSync(path, 'utf8')) as LockFile;
  const missing = missingPackages(lock);
  writeFileSync(path, `${JSON.stringify(completeLock(lock), null, 2)}\n`);
  console.log(`lock: ${missing.length} packages entered`);
}
