import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView } from '#contracts/http/cases/case.js';
import { caseDocuments } from '#support/case-documents.js';
import type { CaseDocuments } from '#support/case-documents.js';
import { ENTREPRENEUR, startConversation } from '#support/conversation.js';
import type { Conversation } from '#support/conversation.js';
import { expectRefusal } from '#support/expect-refusal.js';
import { PDF, beginUpload } from '#support/uploads.js';

/** Whatever an entrepreneur would bring to a case or do in it, when it is closed. */
let there: Conversation;
let papers: CaseDocuments;
let document: string;
let contact: CaseView['contact'];
beforeAll(async () => {
  there = await startConversation();
  papers = caseDocuments(there);
  document = (await papers.added({ agent: there.outside, id: ENTREPRENEUR })).id;
  await there.submit(there.owner, { type: 'requestInformation', what: ['Budsjett.'] });
  await there.submit(there.owner, { type: 'withdraw', reason: 'Ikke aktuelt lenger.' });
  ({ contact } = (await there.outside.get(there.path).expect(200)).body as CaseView);
}, 180_000);
afterAll(() => there.api.close());

const give = (body: object, query = '') =>
  there.outside.post(`${there.path}/commands${query}`).set('Idempotency-Key', randomUUID()).send(body);
const given = { type: 'giveInformation', request: 'i1', item: 1, text: 'Budsjettet er klart.' };

describe('the refusal of a closed case says whom to ring, in its words and as `contact`', () => {
  it.each<[string, () => PromiseLike<{ status: number; body: unknown }>]>([
    ['a message', () => there.write(there.outside, 'Hei igjen')],
    ['an upload', () => beginUpload(there.outside, { collaboration: there.id, name: 'plan.pdf', content: PDF })],
    [
      'a document',
      async () =>
        papers.add(there.outside, { title: 'Sent', kind: 'OTHER', file: await papers.uploaded(ENTREPRENEUR) }),
    ],
    [
      'a version',
      async () => papers.act(there.outside, document, 'versions', { file: await papers.uploaded(ENTREPRENEUR) }),
    ],
    ['a withdrawal of a document', () => papers.act(there.outside, document, 'withdraw', { reason: 'Angrer.' })],
    ['what was asked for', () => give(given)],
    ['what was asked for, in a dry run', () => give(given, '?dryRun=true')],
    ['a withdrawal of the case', () => give({ type: 'withdraw', reason: 'Vi trekker oss.' })],
  ])('%s', async (_what, bring) => {
    const answer = await bring();
    expectRefusal(answer, 409, 'already-closed');
    const { name, phone = null, email = null } = contact;
    expect(answer.body).toMatchObject({ contact: { name, phone, email } });
    const { detail } = answer.body as { detail: string };
    expect(detail).toContain('Saken er avsluttet');
    expect(detail).toContain(phone ?? email ?? name);
    expect(answer.body).not.toHaveProperty('unblock');
  });

  it('and whoever can reopen it is told that', async () => {
    const answer = await there.owner
      .post(`${there.path}/commands`)
      .set('Idempotency-Key', randomUUID())
      .send({ type: 'nameDeputy', deputy: 'leder.helse' });
    expectRefusal(answer, 409, 'already-closed');
    expect(answer.body).toMatchObject({ unblock: { command: 'reopen' } });
  });
});
