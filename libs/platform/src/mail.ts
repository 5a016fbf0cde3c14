import { createTransport } from 'nodemailer';
import type { Transporter } from 'nodemailer';
import { htmlOf } from './mail-html.js';

export interface MailMessage {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  /** Paragraphs with an empty line between them; an address in it becomes a link. */
  readonly text: string;
}

export interface MailTerms {
  /** smtp://host:port; undefined when the installation sends no mail. */
  readonly url: string | undefined;
  /** Name <address> */
  readonly from: string;
}

/** Why a message was not handed over. Says nothing of what it held or who it was for. */
export class MailError extends Error {
  /** @param code  of the mail client: ECONNECTION, ETIMEDOUT, EENVELOPE ...; `no-server` without a mail server. */
  constructor(
    readonly code: string,
    /** What the mail server answered: 5xx will not get better by trying again. */
    readonly answer?: number,
  ) {
    super(`mail not sent: ${code}${answer === undefined ? '' : ` (${answer})`}`);
    this.name = 'MailError';
  }
}

const CONNECT_MS = 5_000;
const SILENCE_MS = 10_000;

/** Hands messages to a mail server, one connection each. */
export class Mail {
  private readonly transport: Transporter | undefined;

  constructor({ url, from }: MailTerms) {
    this.transport =
      url === undefined
        ? undefined
        : createTransport(
            {
              url,
              connectionTimeout: CONNECT_MS,
              greetingTimeout: CONNECT_MS,
              socketTimeout: SILENCE_MS,
              dnsTimeout: CONNECT_MS,
              disableFileAccess: true,
              disableUrlAccess: true,
            },
            { from },
          );
  }

  /** @throws MailError when the server has not taken the message. */
  async send({ to, subject, text }: MailMessage): Promise<void> {
    if (!this.transport) throw new MailError('no-server');
    try {
      await this.transport.sendMail({
        to: { name: oneLine(to.name), address: to.address },
        subject: oneLine(subject),
        text,
        html: htmlOf(text),
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    } catch (error) {
      throw mailError(error);
    }
  }
}

/** A line break in a header would begin another header. */
const oneLine = (value: string): string => value.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

function mailError(error: unknown): unknown {
  if (typeof error !== 'object' || error === null || !('code' in error)) return error;
  const { code, responseCode } = error as { code: unknown; responseCode?: unknown };
  return new MailError(String(code), typeof responseCode === 'number' ? responseCode : undefined);
}
