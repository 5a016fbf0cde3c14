import { Upload } from 'tus-js-client';
import type { UploadView } from '#contracts/http/cases/upload.js';

/** Somebody who is signed in and uploads with a client of the protocol that others make. */
export interface Uploader {
  readonly url: string;
  readonly cookie: string;
}

export async function uploaderAs(url: string, user: string): Promise<Uploader> {
  const { headers } = await fetch(`${url}/api/v1/demo/sign-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ user }),
  });
  return {
    url,
    cookie: headers
      .getSetCookie()
      .map((it) => it.split(';', 1)[0] ?? '')
      .join('; '),
  };
}

/** Goes on for a minute and a half while nobody answers. @returns the address of the upload. */
export function uploadWithTus(
  { url, cookie }: Uploader,
  { collaboration, name, content }: { readonly collaboration: string; readonly name: string; readonly content: Buffer },
): Promise<string> {
  return new Promise((resolve, reject) => {
    const upload = new Upload(content, {
      endpoint: `${url}/api/v1/uploads`,
      headers: { Cookie: cookie },
      metadata: { collaboration, filename: name },
      chunkSize: 1_000_000,
      retryDelays: Array.from({ length: 300 }, () => 300),
      onError: reject,
      onSuccess: () => resolve(new URL(upload.url ?? '', url).href),
    });
    upload.start();
  });
}

export async function uploadAt({ cookie }: Uploader, address: string): Promise<UploadView> {
  return (await (await fetch(address, { headers: { Cookie: cookie } })).json()) as UploadView;
}
