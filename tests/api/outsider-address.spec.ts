import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EmailChangeNoticeService } from '#api/people/email-change-notice.service.js';
import { expectRefusal } from '#support/expect-refusal.js';
import { enquiryBody, startTestApi } from '#support/test-api.js';
import type { Agent, TestApi } from '#support/test-api.js';
import { startTestMail } from '#support/test-mail.js';
import type { TestMail } from '#support/test-mail.js';

/** Somebody outside signs in with links that are sent to their address: it is who they are. */
const PERSON = 'entreprenor.03';
const OLD = 'entreprenor.03@fjordvik.example';

let mail: TestMail;
let api: TestApi;
let admin: Agent;
beforeAll(async () => {
  mail = await startTestMail();
  api = await startTestApi({ temporal: 'down', smtp: mail.smtpUrl });
  admin = await api.signInAs('admin');
}, 120_000);
afterAll(async () => {
  await api.close();
  await mail.close();
});

const change = (agent: Agent, person: string, body: object) =>
  agent.patch(`/api/v1/people/${person}`).set('If-Match', '*').send(body);
const mails = async () => {
  await api.app.get(EmailChangeNoticeService).whenIdle();
  return mail.waitForMails(0);
};

describe('the address of somebody outside', () => {
  it('is changed by an administrator alone', async () => {
    await api.anonymous.post('/api/v1/enquiries').send(enquiryBody).expect(201);
    // A contact has no role that anybody could fail to give.
    const [{ id: contact = '' } = {}] = await api.dataSource.query<{ id?: string }[]>(
      'SELECT id FROM person WHERE email = $1',
      [enquiryBody.contact.email],
    );
    for (const user of ['kommunedirektor', 'leder.stab', 'kommunalsjef.velferd', 'mottak']) {
      for (const person of [PERSON, contact]) {
        const answer = await change(await api.signInAs(user), person, { email: 'min@privat.example' });
        expectRefusal(answer, 403, 'forbidden');
      }
    }
    expect(await mails()).toEqual([]);
  });

  it('is not changed by a sheet', async () => {
    const csv = `id;enhet;e-post;ansatt\n${PERSON};ekstern;min@privat.example;nei\n`;
    const { body } = await admin.post('/api/v1/people/import').send({ csv, dryRun: true }).expect(200);
    expect(JSON.stringify(body)).toContain('endre den på personen selv');
  });

  it('is told of at the old address, without the new one', async () => {
    await change(admin, PERSON, { phone: '+47 911 11 111' }).expect(200);
    expect(await mails()).toEqual([]);
    await change(admin, PERSON, { email: 'ny@privat.example' }).expect(200);
    const [told, ...more] = await mails();
    expect([told?.to.includes(OLD), more]).toEqual([true, []]);
    expect(told?.text).toContain('er endret');
    expect(JSON.stringify(told)).not.toContain('ny@privat.example');
    await change(admin, 'saksbehandler.helse', { email: 'ny@fjordvik.example' }).expect(200);
    expect(await mails()).toHaveLength(1);
  });
});
