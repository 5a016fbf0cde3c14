import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChildSpec } from '#infra/up/process/child.js';
import { readChildren } from '#infra/up/process/children-file.js';
import { isRunning } from '#infra/up/process/process-identity.js';
import { endOrphanedProcesses } from '#infra/up/process/orphaned-processes.js';
import { Supervisor } from '#infra/up/process/supervisor.js';
import { choosePort } from '#infra/up/ports/choose-port.js';
import { pause, until } from '#infra/up/shared/wait.js';

const FOREVER = 'setInterval(() => undefined, 1000); console.log("up")';

/** Both hang when the file of the last argument is there: the event loop turns no more. */
const HANGS = `setInterval(() => { while (require('fs').existsSync(process.argv[2])); }, 50); console.log('up');`;
const SERVES = `require('http').createServer((_, answer) => answer.end()).listen(Number(process.argv[1]));${HANGS}`;
const BEATS = `setInterval(() => process.send('beat'), 50);${HANGS}`;

describe('the supervisor', () => {
  let folder: string;
  let childrenFile: string;
  let supervisor: Supervisor;
  let supervisorLines: string[];

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'stafett æøå '));
    childrenFile = path.join(folder, 'children.json');
    supervisorLines = [];
    supervisor = new Supervisor(childrenFile, (line) => void supervisorLines.push(line));
  });

  afterEach(async () => {
    await supervisor.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const logOf = (name: string): string => readFileSync(path.join(folder, `${name}.log`), 'utf8');
  const spec = (name: string, code: string): ChildSpec => ({
    name,
    command: process.execPath,
    args: ['-e', code],
    env: process.env,
    cwd: folder,
    logFile: path.join(folder, `${name}.log`),
  });
  const start = (...specs: ChildSpec[]): Promise<void> =>
    supervisor.startAndWait(specs, {
      title: 'Trial',
      check: async () => specs.forEach(({ name }) => expect(logOf(name)).toContain('up\n')),
      withinMs: 20_000,
      signal: new AbortController().signal,
    });

  it('starts a child again, however often it is killed', async () => {
    await start(spec('clerk', FOREVER));
    for (const _ of [1, 2]) {
      const [before] = readChildren(childrenFile);
      process.kill(before!.pid, 'SIGKILL');
      await until(
        async () => {
          const [now] = readChildren(childrenFile);
          expect(now && now.pid !== before!.pid && isRunning(now)).toBe(true);
        },
        { withinMs: 10_000 },
      );
    }
    expect(supervisorLines).toEqual(
      Array(2).fill(expect.stringMatching(/^clerk ended \(killed by SIGKILL\); starting it again/)),
    );
  });

  it('stops its children in the reverse order and lets them tidy up', async () => {
    const tidyUpScript = `process.on('SIGTERM', () => { require('fs').appendFileSync('order', process.argv[1] + ' '); process.exit(0) });`;
    const named = (name: string): ChildSpec => ({ ...spec(name, ''), args: ['-e', `${tidyUpScript}${FOREVER}`, name] });
    await start(named('first'), named('second'), named('third'));
    await supervisor.stop();
    expect(readFileSync(path.join(folder, 'order'), 'utf8')).toBe('third second first ');
    expect(readChildren(childrenFile)).toEqual([]);
  });

  it('kills a child that will not stop', async () => {
    const stubborn = { ...spec('stubborn', `process.on('SIGTERM', () => undefined);${FOREVER}`), stopWithinMs: 200 };
    await start(stubborn);
    const [child] = readChildren(childrenFile);
    await supervisor.stop();
    expect(isRunning(child!)).toBe(false);
  });

  it.each([
    ['answers at its address', (url: string) => ({ url }), SERVES],
    ['beats to its parent', () => ({}), BEATS],
  ])(
    'starts a child that hangs again: one that %s, until it does so no more',
    async (_, by, code) => {
      const port = await choosePort({ title: 'hanger', variable: '', wanted: undefined });
      const hang = path.join(folder, 'hang');
      const liveness = { ...by(`http://127.0.0.1:${port}/`), everyMs: 200, silences: 3 };
      const hanger: ChildSpec = { ...spec('hanger', code), args: ['-e', code, String(port), hang], liveness };
      await start(hanger);
      const [before] = readChildren(childrenFile);
      await pause(1_500);
      expect(readChildren(childrenFile)).toEqual([before]);
      writeFileSync(hang, '');
      await until(async () => expect(supervisorLines).toHaveLength(1), { withinMs: 10_000 });
      rmSync(hang);
      expect(supervisorLines[0]).toMatch(/^hanger ended \(no sign of life, asked 3 times\); starting it again/);
      expect(isRunning(before!)).toBe(false);
      await until(async () => expect(readChildren(childrenFile)[0]?.pid).not.toBe(before!.pid), { withinMs: 10_000 });
    },
    30_000,
  );

  it('gives up a child that dies again and again before it was ever well, and shows its last words', async () => {
    await expect(start(spec('broken', 'console.log("no such table"); process.exit(3)'))).rejects.toMatchObject({
      step: 'Trial',
      why: expect.stringMatching(/broken ended 6 times[^]*no such table/),
    });
  }, 30_000);

  it('leaves a file by which the next start ends what a killed one left running, and only that', async () => {
    await start(spec('clerk', FOREVER));
    const [left] = readChildren(childrenFile);
    const other = { ...left!, pid: process.pid, name: 'other' };
    const file = path.join(folder, 'left.json');
    await import('node:fs/promises').then(({ writeFile }) => writeFile(file, JSON.stringify([left, other])));
    expect(await endOrphanedProcesses(file)).toEqual(['clerk']);
    expect(isRunning(left!)).toBe(false);
  });
});
