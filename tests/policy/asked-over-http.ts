import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import type { Case } from '#domain/model/case.js';
import type { DocumentView } from '#contracts/http/cases/document.js';
import type { HandoverDetail } from '#contracts/http/cases/handover.js';
import type { Agent } from '#support/test-api.js';
import { PAPERS, PAPER_NAMES, paperIn } from './case-papers.js';
import type { PaperName } from './case-papers.js';
import { ORACLE } from './oracle.js';
import type { Question } from './oracle.js';

/** The oracle, and what nobody may. */
export const RIGHT = { ...ORACLE, contentOfWithdrawn: () => false };
export type WordsQuestion = Question | 'contentOfWithdrawn';

/** What the api answers somebody about the words and papers of a case, in the terms of the oracle. */
export interface Answered {
  readonly question: WordsQuestion;
  readonly answer: boolean;
  /** What it was asked of. */
  readonly of: string;
}

const NO: ReadonlySet<number> = new Set([403, 404, 409, 410]);

const pathOf = ({ id }: Case): string => `/api/v1/collaborations/${id}`;

interface Items {
  readonly items: readonly { readonly text?: string; readonly title?: string }[];
}

async function listed(agent: Agent, path: string): Promise<readonly (string | undefined)[]> {
  const { status, body } = await agent.get(path);
  if (status === 404) return [];
  expect(status).toBe(200);
  return (body as Items).items.map(({ text, title }) => title ?? text);
}

/** What the three lists of a case show. */
export async function askLists(agent: Agent, state: Case): Promise<readonly Answered[]> {
  const [notes, messages, documents] = await Promise.all(
    ['notes', 'messages', 'documents'].map((route) => listed(agent, `${pathOf(state)}/${route}`)),
  );
  const shows = (list: typeof notes, text: string): boolean => list?.includes(text) ?? false;
  return [
    { question: 'internalRows', of: 'note', answer: shows(notes, 'INTERNAL') },
    { question: 'sharedRows', of: 'note', answer: shows(notes, 'SHARED') },
    { question: 'sharedRows', of: 'message', answer: shows(messages, 'SHARED') },
    ...PAPER_NAMES.map((name): Answered => {
      const question = PAPERS[name].visibility === 'SHARED' ? 'sharedDocument' : 'internalDocument';
      return { question, of: name, answer: shows(documents, name) };
    }),
  ];
}

/**
 * What is asked one by one. None of it changes what another question is about: a document is added and renewed with a file
 * that is not there (422), shared that is shared, withdrawn that is withdrawn.
 */
const ASKED = {
  writeNote: (agent, state) => isDone(agent, `${pathOf(state)}/notes`, { text: 'Et notat' }),
  writeMessage: (agent, state) => isDone(agent, `${pathOf(state)}/messages`, { text: 'En melding' }),
  markRead: (agent, state) => isDone(agent, `${pathOf(state)}/messages/read`, { upTo: 1 }),
  addDocument: (agent, state) =>
    isDone(agent, `${pathOf(state)}/documents`, { file: randomUUID(), title: 'Nytt', kind: 'OTHER' }),
  renewOurs: (agent, state) => act(agent, state, 'ours', 'versions', { file: randomUUID() }),
  renewHers: (agent, state) => act(agent, state, 'hers', 'versions', { file: randomUUID() }),
  withdrawOurs: (agent, state) => act(agent, state, 'oursWithdrawn', 'withdraw', { reason: 'Feil' }),
  withdrawHers: (agent, state) => act(agent, state, 'hersWithdrawn', 'withdraw', { reason: 'Feil' }),
  shareDocument: (agent, state) => act(agent, state, 'ours', 'share', {}),
  contentOfInternal: (agent, state) => isServed(agent, state, 'internal'),
  contentOfShared: (agent, state) => isServed(agent, state, 'hers'),
  contentOfWithdrawn: (agent, state) => isServed(agent, state, 'oursWithdrawn'),
  sentAttachments: (agent, state) => isAttached(agent, state, true),
  draftAttachments: (agent, state) => isAttached(agent, state, false),
} as const satisfies Partial<Readonly<Record<WordsQuestion, (agent: Agent, state: Case) => Promise<boolean>>>>;

export type AskedQuestion = keyof typeof ASKED;
export const ASKED_QUESTIONS = Object.keys(ASKED) as readonly AskedQuestion[];

export async function askOne(question: AskedQuestion, agent: Agent, state: Case): Promise<Answered> {
  return { question, of: 'case', answer: await ASKED[question](agent, state) };
}

async function isDone(agent: Agent, path: string, body: object): Promise<boolean> {
  const { status } = await agent.post(path).send(body);
  if (!NO.has(status)) expect([200, 201, 422]).toContain(status);
  return !NO.has(status);
}

const act = (agent: Agent, state: Case, name: PaperName, route: string, body: object): Promise<boolean> =>
  isDone(agent, `${pathOf(state)}/documents/${paperIn(state.id, name)}/${route}`, body);

async function isServed(agent: Agent, state: Case, name: PaperName): Promise<boolean> {
  const { status } = await agent.get(`${pathOf(state)}/documents/${paperIn(state.id, name)}/versions/1/content`);
  if (!NO.has(status)) expect(status).toBe(200);
  return status === 200;
}

/** Whether the newest handover that is sent, or that is not, shows what it hands over. */
async function isAttached(agent: Agent, state: Case, isSent: boolean): Promise<boolean> {
  const handover = state.handovers.findLast(({ sentAt }) => (sentAt !== undefined) === isSent);
  if (!handover) return false;
  const { status, body } = await agent.get(`${pathOf(state)}/handovers/${handover.id}`);
  if (status === 404) return false;
  expect(status).toBe(200);
  const { attachments } = body as Pick<HandoverDetail, 'attachments'>;
  return attachments.some(({ id }: Pick<DocumentView, 'id'>) => id === paperIn(state.id, 'internal'));
}
