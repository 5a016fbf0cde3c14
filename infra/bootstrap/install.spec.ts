import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isInstalled } from './install.mjs';

describe('what is installed', () => {
  let root: string;
  const lock = (packages: object): void =>
    writeFileSync(path.join(root, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...packages } }));
  const present = (packages: object): void =>
    writeFileSync(path.join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }));

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'stafett-'));
    mkdirSync(path.join(root, 'node_modules'));
  });

  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('is enough when every package is there in the version of the lock', () => {
    lock({ 'node_modules/a': { version: '1.0.0' } });
    present({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/extra': { version: '3.0.0' } });
    expect(isInstalled(root)).toBe(true);
  });

  it('is not enough after an install that was interrupted', () => {
    lock({ 'node_modules/a': { version: '1.0.0' } });
    expect(isInstalled(root)).toBe(false);
  });

  it('is not enough when the lock has moved on', () => {
    lock({ 'node_modules/a': { version: '1.1.0' } });
    present({ 'node_modules/a': { version: '1.0.0' } });
    expect(isInstalled(root)).toBe(false);
  });

  it('need not hold what is optional on this machine', () => {
    lock({ 'node_modules/a': { version: '1.0.0', optional: true } });
    present({});
    expect(isInstalled(root)).toBe(true);
  });
});
