import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openHome } from '#infra/up/home.js';
import { mailSinkSpec } from '#infra/up/mail-sink.js';
import { choosePort } from '#infra/up/ports/choose-port.js';
import { Supervisor } from '#infra/up/process/supervisor.js';
import { until } from '#infra/up/shared/wait.js';
import { Mailer } from '#platform/mailer.js';

const ROOT = path.resolve(import.meta.dirname, '../..');
const freePort = () => choosePort({ title: 'a test', variable: '', wanted: undefined });

let folder: string;
let supervisorLines: string[];
let supervisor: Supervisor;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'stafett-mail-program-'));
  supervisorLines = [];
  supervisor = new Supervisor(path.join(folder, 'children.json'), (line) => supervisorLines.push(line));
});
afterAll(async () => {
  await supervisor.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the mail sink of an installation', () => {
  it('comes back after a sudden death with what it had taken, and ends when it is asked to', async () => {
    const home = openHome(folder);
    const ports = { smtp: await freePort(), read: await freePort() };
    const child = supervisor.start(mailSinkSpec(ROOT, home, ports));
    const mail = new Mailer({ url: `smtp://127.0.0.1:${ports.smtp}`, from: 'Stafett <a@stafett.example>' });
    const to = { name: 'Åse', address: 'ase@sjobris.example' };
    const send = (subject: string) =>
      until(() => mail.send({ to, subject, text: 'Hei' }), { withinMs: 20_000, everyMs: 100 });
    await send('Før');
    process.kill(child.identity()?.pid ?? 0, 'SIGKILL');
    await send('Etter');
    const headers = { Accept: 'application/json' };
    const list = await (await fetch(`http://127.0.0.1:${ports.read}/`, { headers })).json();
    expect(list).toMatchObject({ items: [{ subject: 'Etter' }, { subject: 'Før' }] });
    expect(supervisorLines).toEqual([expect.stringMatching(/^mail ended \(killed by SIGKILL\)/)]);
    await supervisor.stop();
    expect(child.identity()).toBeUndefined();
  }, 60_000);
});
