import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { completeLock, type LockFile, missingPackages } from '../tools/lock.ts';

const lock: LockFile = {
  packages: {
    '': {},
    'node_modules/tool': {
      version: '2.0.0',
      dev: true,
      optionalDependencies: { 'tool-linux-x64-gnu': '2.0.0', 'tool-darwin-arm64': '2.0.0' },
    },
    'node_modules/tool-linux-x64-gnu': { version: '1.0.0' },
  },
};

describe('the lock file', () => {
  test('answers for the packages of every platform: else mend it by `node tools/lock.ts`', () => {
    const own = JSON.parse(readFileSync('package-lock.json', 'utf8')) as LockFile;
    expect(Object.keys(own.packages).length).toBeGreaterThan(100);
    expect(missingPackages(own)).toEqual([]);
  });

  test('names no address, so that any registry will do', () => {
    expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"resolved":/);
  });

  test('is found wanting where a platform is missing or has another version', () => {
    expect(missingPackages(lock).map(({ name }) => name)).toEqual([
      'tool-linux-x64-gnu',
      'tool-darwin-arm64',
    ]);
  });

  test('is completed for the platform in the name, beside the package that asks', () => {
    const { packages } = completeLock(lock);
    expect(missingPackages({ packages })).toEqual([]);
    expect(packages['node_modules/tool-darwin-arm64']).toEqual({
      version: '2.0.0',
      os: ['darwin'],
      cpu: ['arm64'],
      dev: true,
      optional: true,
    });
    expect(packages['node_modules/tool/node_modules/tool-linux-x64-gnu']).toEqual({
      version: '2.0.0',
      os: ['linux'],
      cpu: ['x64'],
      libc: ['glibc'],
      dev: true,
      optional: true,
    });
  });
});
