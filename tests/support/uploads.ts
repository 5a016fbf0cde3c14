import { randomUUID } from 'node:crypto';
import type { UploadView } from '#contracts/http/cases/upload.js';
import { uploadMetadataHeader } from '#platform/uploads/resumable-uploads.js';
import type { Agent } from './test-api.js';

export const TUS = { 'Tus-Resumable': '1.0.0' };
export const PART = { ...TUS, 'Content-Type': 'application/offset+octet-stream' };

/** A small PDF that opens. */
export const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

export interface FileToUpload {
  readonly collaboration: string;
  readonly name: string;
  readonly content: Buffer;
}

/** Begins an upload by the tus protocol. */
export const beginUpload = (
  agent: Agent,
  { collaboration, name, content }: FileToUpload,
  key: string = randomUUID(),
): ReturnType<Agent['post']> =>
  agent.post('/api/v1/uploads').set({
    ...TUS,
    'Idempotency-Key': key,
    'Upload-Length': String(content.length),
    'Upload-Metadata': uploadMetadataHeader({ collaboration, filename: name }),
  });

/** Sends a part of it, from `offset` on. */
export const sendPart = (agent: Agent, id: string, offset: number, part: Buffer): ReturnType<Agent['patch']> =>
  agent
    .patch(`/api/v1/uploads/${id}`)
    .set({ ...PART, 'Upload-Offset': String(offset) })
    .send(part);

/** A finished upload, as a document needs one. */
export async function uploaded(agent: Agent, file: FileToUpload): Promise<UploadView> {
  const { body } = await beginUpload(agent, file).expect(201);
  const { id } = body as UploadView;
  await sendPart(agent, id, 0, file.content).expect(204);
  return (await agent.get(`/api/v1/uploads/${id}`).expect(200)).body as UploadView;
}
