import { answerOf, api, Refused } from '../../api/client.js';

const AGAIN_AFTER_MS = [0, 1_000, 3_000, 10_000, 30_000];

/**
 * Sends a file in parts by the tus protocol, and goes on after a broken line.
 * @param onPercent  how much has been sent
 * @returns the id of the finished upload
 * @throws Refused when the server does not take the file
 */
export async function uploadFile(caseId: string, file: File, onPercent: (percent: number) => void): Promise<string> {
  const { Upload } = await import('tus-js-client');
  const id = await new Promise<string>((resolve, reject) => {
    const upload = new Upload(file, {
      endpoint: '/api/v1/uploads',
      metadata: { collaboration: caseId, filename: file.name },
      retryDelays: AGAIN_AFTER_MS,
      removeFingerprintOnSuccess: true,
      onProgress: (sent, all) => onPercent(Math.round((sent / all) * 100)),
      onSuccess: () => resolve(upload.url?.split('/').pop() ?? ''),
      onError: (error) => reject(refusalIn(error)),
    });
    upload.start();
  });
  const { refusal } = await answerOf(api.GET('/api/v1/uploads/{id}', { params: { path: { id } } }));
  if (refusal)
    throw new Refused({ type: 'about:blank', title: '', status: 422, code: 'file-type', detail: refusal.detail });
  return id;
}

/** The server's own sentence, where it gave one. */
function refusalIn(error: Error | { readonly originalResponse?: { getBody(): string } | null }): Error {
  const body = 'originalResponse' in error ? error.originalResponse?.getBody() : undefined;
  if (body?.startsWith('{')) return new Refused(JSON.parse(body) as Refused['problem']);
  return error instanceof Error ? error : new Error('the upload failed');
}
