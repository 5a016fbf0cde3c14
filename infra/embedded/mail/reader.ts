import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Mailbox } from './mailbox.js';
import { listPage, mailPage, missingPage } from './pages.js';

/** Shown at once; the folder holds more. */
const SHOWN = 100;

const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const;

/** A page of a foreign name that leads here must not read the mail: only the machine's own names are answered. */
const OWN_NAME = /^(127\.0\.0\.1|localhost)(:\d+)?$/;

/** Shows the mailbox: `/` lists it, `/<id>` is one mail; JSON for who asks for that and not for HTML. */
export function mailReader(mailbox: Mailbox): Server {
  return createServer((request, response) => {
    answer(mailbox, request, response).catch((error: unknown) => {
      console.error(error);
      response.writeHead(500, HEADERS).end();
    });
  });
}

async function answer(mailbox: Mailbox, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!OWN_NAME.test(request.headers.host ?? '')) return void response.writeHead(421, HEADERS).end();
  if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405, HEADERS).end();
  const asked = (request.url ?? '/').split('?')[0]?.slice(1) ?? '';
  const json = /application\/json/.test(request.headers.accept ?? '');
  const send = (status: number, value: unknown, html: () => string): void => {
    const type = json ? 'application/json' : 'text/html';
    response.writeHead(status, { ...HEADERS, 'Content-Type': `${type}; charset=utf-8` });
    response.end(json ? JSON.stringify(value) : html());
  };
  if (asked === '') {
    const items = await mailbox.list(SHOWN);
    return send(200, { items }, () => listPage(items));
  }
  const mail = await mailbox.read(asked);
  return mail ? send(200, mail, () => mailPage(mail)) : send(404, null, missingPage);
}
