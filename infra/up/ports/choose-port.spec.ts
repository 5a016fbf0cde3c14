import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { choosePort } from './choose-port.js';

describe('a port', () => {
  let holder: Server;
  let held: number;

  beforeEach(async () => {
    holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
    held = (holder.address() as AddressInfo).port;
  });

  afterEach(() => void holder.close());

  const choose = (wanted: number | undefined): Promise<number> =>
    choosePort({ title: 'Postgres', variable: 'STAFETT_POSTGRES_PORT', wanted });

  it('is a free one when none is named', async () => {
    expect(await choose(undefined)).not.toBe(held);
  });

  it('is the named one when that is free', async () => {
    const free = await choose(undefined);
    expect(await choose(free)).toBe(free);
  });

  it('that is held is refused, saying who wants it, who holds it and what to do', async () => {
    await expect(choose(held)).rejects.toMatchObject({
      why: expect.stringMatching(
        new RegExp(`^Postgres wants 127.0.0.1:${held} \\(STAFETT_POSTGRES_PORT\\), .*process ${process.pid} \\(.*node`),
      ),
      whatToDo: expect.stringContaining('STAFETT_POSTGRES_PORT'),
    });
  });
});
