import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { firstInaccessibleFolder } from './postgres-account.js';

const STRANGER = { uid: 54_321, gid: 54_321 };

describe('the account of Postgres', () => {
  let outer: string;
  let inner: string;

  beforeEach(() => {
    outer = mkdtempSync(path.join(tmpdir(), 'stafett-'));
    inner = path.join(outer, 'inner');
    mkdirSync(inner, { mode: 0o755 });
  });

  afterEach(() => rmSync(outer, { recursive: true, force: true }));

  it('may go where every folder on the way lets others pass', () => {
    chmodSync(outer, 0o711);
    expect(firstInaccessibleFolder(path.join(inner, 'not-yet-there'), STRANGER)).toBeUndefined();
  });

  it('is told the first folder that is closed to it', () => {
    chmodSync(outer, 0o700);
    expect(firstInaccessibleFolder(inner, STRANGER)).toBe(outer);
  });

  it('may pass its own folder, and one of its group', () => {
    chmodSync(outer, 0o700);
    const { uid, gid } = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
    expect(firstInaccessibleFolder(inner, { uid, gid })).toBeUndefined();
    chmodSync(outer, 0o010);
    expect(firstInaccessibleFolder(inner, { ...STRANGER, gid })).toBeUndefined();
    chmodSync(outer, 0o700);
  });
});
