import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { FilesService } from '#api/shared/files.service.js';
import type { DocumentDetail, DocumentView } from '#contracts/http/cases/document.js';
import { addFile } from '#store/cases/documents/files.js';
import type { FileRow } from '#store/cases/documents/files.js';
import type { Conversation } from './conversation.js';
import type { Agent, TestApi } from './test-api.js';

/** A content that is a PDF by its first bytes. */
export const somePdf = (words = 'Rapport'): Buffer => Buffer.from(`%PDF-1.7\n% ${words}\n%%EOF\n`);

export interface StoredFile extends Partial<Pick<FileRow, 'name' | 'type' | 'encrypted' | 'state' | 'code'>> {
  readonly caseId: string;
  readonly by: string;
  readonly content?: Buffer;
}

/** A file as a finished upload leaves it: its content in the store of the api, its row in the database. @returns its id. */
export async function storeFile(api: TestApi, { content = somePdf(), ...given }: StoredFile): Promise<string> {
  const id = randomUUID();
  const { size, sha256 } = await api.app.get(FilesService).store.put(id, Readable.from([content]));
  const file = { name: 'rapport.pdf', type: 'application/pdf', encrypted: false, state: 'READY' as const, code: null };
  const at = '2027-02-01T08:00:00.000Z';
  const scan = 'NOT_SCANNED' as const;
  await addFile(api.dataSource.manager, { ...file, ...given, id, at, scan, size, sha256, key: id });
  return id;
}

export interface CaseDocuments {
  /** A finished upload of the person. */
  readonly uploaded: (by: string, more?: Omit<StoredFile, 'caseId' | 'by'>) => Promise<string>;
  readonly add: (agent: Agent, body: object, key?: string) => ReturnType<Agent['post']>;
  /** Uploads and adds a document. */
  readonly added: (
    who: { readonly agent: Agent; readonly id: string },
    body?: object,
    file?: Omit<StoredFile, 'caseId' | 'by'>,
  ) => Promise<DocumentDetail>;
  readonly act: (
    agent: Agent,
    document: string,
    act: 'versions' | 'withdraw' | 'share',
    body?: object,
    key?: string,
  ) => ReturnType<Agent['post']>;
  readonly listed: (agent: Agent, query?: string) => Promise<readonly DocumentView[]>;
}

/** Documents on the case of a conversation. */
export function caseDocuments({ api, id, path }: Pick<Conversation, 'api' | 'id' | 'path'>): CaseDocuments {
  const uploaded: CaseDocuments['uploaded'] = (by, more = {}) => storeFile(api, { ...more, caseId: id, by });
  const post = (agent: Agent, route: string, body: object, key: string) =>
    agent.post(`${path}/documents${route}`).set('Idempotency-Key', key).send(body);
  const add: CaseDocuments['add'] = (agent, body, key = randomUUID()) => post(agent, '', body, key);
  return {
    uploaded,
    add,
    added: async (who, body = {}, file = {}) => {
      const given = { file: await uploaded(who.id, file), title: 'Rapport', kind: 'REPORT', ...body };
      return (await add(who.agent, given).expect(201)).body as DocumentDetail;
    },
    act: (agent, document, act, body = {}, key = randomUUID()) => post(agent, `/${document}/${act}`, body, key),
    listed: async (agent, query = '') =>
      ((await agent.get(`${path}/documents${query}`).expect(200)).body as { items: DocumentView[] }).items,
  };
}
