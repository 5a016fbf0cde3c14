import type { Server } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { HttpRefusal, PROBLEM_TYPE, malformed } from './http-refusal.js';

/** Answers requests that Node cannot parse, of which no middleware hears: problem documents, as everywhere. */
export function answerUnreadable(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    const refusal =
      BY_CODE[error.code ?? ''] ?? malformed({ nb: 'Forespørselen er ikke HTTP.', en: 'The request is not HTTP.' });
    // Nobody knows which language was asked for.
    const problem = refusal.problemIn('nb');
    const body = JSON.stringify(problem);
    const headers = [
      'Connection: close',
      'Cache-Control: no-store',
      `Content-Type: ${PROBLEM_TYPE}; charset=utf-8`,
      'X-Content-Type-Options: nosniff',
      `Content-Length: ${Buffer.byteLength(body)}`,
    ];
    socket.end(`HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\n${headers.join('\r\n')}\r\n\r\n${body}`);
  });
}

const BY_CODE: Readonly<Record<string, HttpRefusal>> = {
  HPE_HEADER_OVERFLOW: new HttpRefusal({
    status: 431,
    code: 'headers-too-large',
    detail: {
      nb: 'Adressen og hodefeltene er større enn 16 kB.',
      en: 'The address and headers are larger than 16 kB.',
    },
  }),
  ERR_HTTP_REQUEST_TIMEOUT: new HttpRefusal({
    status: 408,
    code: 'too-slow',
    detail: { nb: 'Forespørselen kom ikke fram i tide.', en: 'The request did not arrive in time.' },
  }),
};
