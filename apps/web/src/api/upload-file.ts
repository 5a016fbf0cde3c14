import i18next from 'i18next';
import { answerOf, api, Refused } from './client.js';
import type { Problem } from './client.js';

/** Sent in one request; a broken line costs no more than this. */
const PART_BYTES = 2 * 1024 * 1024;
const RETRY_AFTER_MS = [500, 1_500, 4_000, 10_000, 20_000];

/**
 * Uploads a file by the tus protocol, and goes on where it stopped when the line was broken.
 * @param onPercent  told how many of a hundred parts have come.
 * @returns the id of the finished upload.
 * @throws Refused when the server does not take the file.
 */
export async function uploadFile(caseId: string, file: File, onPercent: (percent: number) => void): Promise<string> {
  const id = await send(caseId, file, onPercent);
  const { refusal } = await answerOf(api.GET('/api/v1/uploads/{id}', { params: { path: { id } } }));
  if (refusal)
    throw new Refused({ type: 'about:blank', title: '', status: 422, code: 'file-type', detail: refusal.detail });
  return id;
}

async function send(collaboration: string, file: File, onPercent: (percent: number) => void): Promise<string> {
  // Only whoever uploads loads it.
  const { DetailedError, Upload } = await import('tus-js-client');
  return new Promise((resolve, reject) => {
    const upload = new Upload(file, {
      endpoint: '/api/v1/uploads',
      metadata: { collaboration, filename: file.name },
      headers: { 'Accept-Language': i18next.language, 'Idempotency-Key': crypto.randomUUID() },
      chunkSize: PART_BYTES,
      retryDelays: RETRY_AFTER_MS,
      storeFingerprintForResuming: false,
      onProgress: (sent, total) => onPercent(total === 0 ? 100 : Math.round((sent / total) * 100)),
      onSuccess: () => resolve(upload.url?.split('/').at(-1) ?? ''),
      onError: (error) => {
        const body = error instanceof DetailedError ? error.originalResponse?.getBody() : undefined;
        // Something in between, such as a proxy, answers in its own form.
        reject(body?.startsWith('{') ? new Refused(JSON.parse(body) as Problem) : error);
      },
    });
    upload.start();
  });
}
