import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { identityOf, isRunning } from '#infra/up/process/process-identity.js';
import { InstallationLock } from '#infra/up/process/installation-lock.js';

describe('the lock of an installation', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'stafett-'));
    file = path.join(folder, 'lock.json');
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is held by one start at a time; the other is told who has it', async () => {
    const lock = await InstallationLock.acquire(file, folder);
    await expect(InstallationLock.acquire(file, folder)).rejects.toMatchObject({
      why: `${folder} is in use by another start, process ${process.pid}.`,
    });
    lock.release();
    expect(existsSync(file)).toBe(false);
  });

  it('of a process that has died holds nothing, even when another has its number now', async () => {
    writeFileSync(file, JSON.stringify({ self: { pid: process.pid, startedAt: 'long ago' } }));
    const lock = await InstallationLock.acquire(file, folder);
    lock.release();
  });

  it('of a start that is stopping is waited for', async () => {
    const first = await InstallationLock.acquire(file, folder);
    first.announceStop();
    const second = InstallationLock.acquire(file, folder);
    first.release();
    (await second).release();
  });

  it('of a start whose npm was killed is taken over, and that start is ended', async () => {
    const orphan = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });
    const self = identityOf(orphan.pid ?? 0);
    writeFileSync(file, JSON.stringify({ self, npm: { pid: process.pid, startedAt: 'long ago' } }));
    const lock = await InstallationLock.acquire(file, folder);
    expect(isRunning(self!)).toBe(false);
    lock.release();
  });
});
