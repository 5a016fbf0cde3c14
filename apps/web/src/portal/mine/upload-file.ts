import i18next from 'i18next';
import { Refused } from '../../api/client.js';
import type { Problem } from '../../api/client.js';

/** What the server takes in one request at most; a broken line costs no more than this. */
const PART_BYTES = 2 * 1024 * 1024;
const RETRY_AFTER_MS = [500, 1_500, 4_000, 10_000, 20_000];

/**
 * Uploads a file by the tus protocol, and goes on where it stopped when the line was broken.
 * @param onPart  told how many of a hundred parts have come.
 * @returns the id of the finished upload.
 * @throws Refused when the server does not take the file.
 */
export async function uploadFile(
  file: File,
  collaboration: string,
  onPart: (percent: number) => void,
): Promise<string> {
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
      onProgress: (sent, total) => onPart(total === 0 ? 100 : Math.round((sent / total) * 100)),
      onSuccess: () => resolve(upload.url?.split('/').at(-1) ?? ''),
      onError: (error) => {
        const body = error instanceof DetailedError ? error.originalResponse?.getBody() : undefined;
        reject(body ? new Refused(JSON.parse(body) as Problem) : error);
      },
    });
    upload.start();
  });
}
