import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { DirectoryService } from '#api/shared/directory.service.js';
import type { MessageView } from '#contracts/http/cases/message.js';
import { eventually } from './eventually.js';
import { enquiryBody, startTestApi } from './test-api.js';
import type { Agent, TestApi, TestApiOptions } from './test-api.js';

/** The people of a case: who has it, who answers for it, who wrote in, and who wrote in about another one. */
export const OWNER = 'saksbehandler.helse';
export const CONTACT = 'saksbehandler2.helse';
export const ENTREPRENEUR = 'p-kari';
export const OTHER = 'p-per';

/** An api with a case on which the municipality and an entrepreneur write to each other. */
export interface Conversation {
  readonly api: TestApi;
  readonly id: string;
  readonly path: string;
  readonly owner: Agent;
  readonly contact: Agent;
  readonly outside: Agent;
  readonly other: Agent;
  readonly submit: (agent: Agent, body: object) => Promise<void>;
  readonly note: (agent: Agent, text: string, more?: object) => ReturnType<Agent['post']>;
  readonly write: (agent: Agent, text: string, more?: object, key?: string) => ReturnType<Agent['post']>;
  readonly written: (...given: Parameters<Conversation['write']>) => Promise<MessageView>;
  readonly read: (agent: Agent, upTo: number) => ReturnType<Agent['post']>;
}

export async function startConversation(options: TestApiOptions = {}): Promise<Conversation> {
  const api = await startTestApi(options);
  const id = await sendEnquiry(api, ENTREPRENEUR);
  await sendEnquiry(api, OTHER);
  await api.app.get(DirectoryService).announceChange();
  const path = `/api/v1/collaborations/${id}`;
  const [owner, contact] = [await api.signInAs(OWNER), await api.signInAs(CONTACT)];
  const [outside, other] = [await api.signInAs(ENTREPRENEUR), await api.signInAs(OTHER)];
  // On a busy machine the answer is 202, and the view is there a little later.
  const submit = async (agent: Agent, body: object): Promise<void> => {
    const { status, body: answer } = await agent.post(`${path}/commands`).send(body);
    expect({ body, accepted: status === 200 || status === 202 }).toEqual({ body, accepted: true });
    const { version } = answer as { version: number };
    await eventually(async () => expect((await agent.get(path)).body.version).toBeGreaterThanOrEqual(version));
  };
  const note = (agent: Agent, text: string, more: object = {}) => agent.post(`${path}/notes`).send({ text, ...more });
  const write = (agent: Agent, text: string, more: object = {}, key: string = randomUUID()) =>
    agent
      .post(`${path}/messages`)
      .set('Idempotency-Key', key)
      .send({ text, ...more });
  await submit(await api.signInAs('leder.helse'), { type: 'assignOwner', owner: OWNER });
  await submit(owner, { type: 'changeContact', contact: CONTACT, note: 'Bytter kontakt.' });
  return {
    ...{ api, id, path, owner, contact, outside, other, submit, note, write },
    written: async (...given) => (await write(...given).expect(201)).body as MessageView,
    read: (agent, upTo) => agent.post(`${path}/messages/read`).send({ upTo }),
  };
}

/** A case of an entrepreneur who can sign in. @returns its id. */
async function sendEnquiry(api: TestApi, person: string): Promise<string> {
  const email = `${person}@nabobenken.example`;
  const insert = "INSERT INTO person (id, name, unit, email, staff) VALUES ($1, $1, 'ekstern', $2, false)";
  await api.dataSource.query(insert, [person, email]);
  const grant = "INSERT INTO role_grant VALUES ($1, 'entreprenor', 'ekstern', '2020-01-01', NULL)";
  await api.dataSource.query(grant, [person]);
  const body = { ...enquiryBody, contact: { name: person, email } };
  return ((await api.anonymous.post('/api/v1/enquiries').send(body).expect(201)).body as { id: string }).id;
}
