import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { isLoopback, nameInHost } from '#platform/loopback.js';
import type { Mailbox } from './mailbox.js';
import { listPage, mailPage, missingPage } from './pages.js';

/** How many mails the list shows; the folder may have more. */
const LIST_LENGTH = 100;

const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const;

/** Serves the mailbox: `/` is the list, `/<id>` one mail; HTML, or JSON when the Accept header asks for it. */
export function mailReader(mailbox: Mailbox): Server {
  return createServer((request, response) => {
    answer(mailbox, request, response).catch((error: unknown) => {
      console.error(error);
      response.writeHead(500, HEADERS).end();
    });
  });
}

/** Answers names of this machine only: a foreign name that comes to resolve to it must not read the mail. */
async function answer(mailbox: Mailbox, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isLoopback(nameInHost(request.headers.host))) return void response.writeHead(421, HEADERS).end();
  if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405, HEADERS).end();
  const mailId = (request.url ?? '/').split('?')[0]?.slice(1) ?? '';
  const wantsJson = /application\/json/.test(request.headers.accept ?? '');
  const send = (status: number, value: unknown, html: () => string): void => {
    const type = wantsJson ? 'application/json' : 'text/html';
    response.writeHead(status, { ...HEADERS, 'Content-Type': `${type}; charset=utf-8` });
    response.end(wantsJson ? JSON.stringify(value) : html());
  };
  if (mailId === '') {
    const items = await mailbox.list(LIST_LENGTH);
    return send(200, { items }, () => listPage(items));
  }
  const mail = await mailbox.read(mailId);
  return mail ? send(200, mail, () => mailPage(mail)) : send(404, null, missingPage);
}
