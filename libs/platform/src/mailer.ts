import { createTransport } from 'nodemailer';
import type { Transporter } from 'nodemailer';
import { mailHtml } from './mail-html.js';

export interface MailMessage {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  /** Paragraphs separated by empty lines. URLs become links in the HTML version. */
  readonly text: string;
}

export interface MailSettings {
  /** smtp://host:port; undefined when the installation sends no mail. */
  readonly url: string | undefined;
  /** Name <address> */
  readonly from: string;
}

/** A message was not handed over to the mail server. Holds neither content nor receiver, so that it may be logged. */
export class MailError extends Error {
  /** @param code  code of nodemailer (ECONNECTION, ETIMEDOUT, EENVELOPE ...), or `no-server` without a mail server. */
  constructor(
    readonly code: string,
    /** SMTP response code. A retry is of no use after 5xx. */
    readonly responseCode?: number,
  ) {
    super(`mail not sent: ${code}${responseCode === undefined ? '' : ` (${responseCode})`}`);
    this.name = 'MailError';
  }
}

const CONNECT_TIMEOUT_MS = 5_000;
const IDLE_TIMEOUT_MS = 10_000;

/** Sends mail by SMTP, with one connection per message. */
export class Mailer {
  private readonly transport: Transporter | undefined;

  constructor({ url, from }: MailSettings) {
    this.transport =
      url === undefined
        ? undefined
        : createTransport(
            {
              url,
              connectionTimeout: CONNECT_TIMEOUT_MS,
              greetingTimeout: CONNECT_TIMEOUT_MS,
              socketTimeout: IDLE_TIMEOUT_MS,
              dnsTimeout: CONNECT_TIMEOUT_MS,
              disableFileAccess: true,
              disableUrlAccess: true,
            },
            { from },
          );
  }

  /** @throws MailError when the mail server has not accepted the message. */
  async send({ to, subject, text }: MailMessage): Promise<void> {
    if (!this.transport) throw new MailError('no-server');
    try {
      await this.transport.sendMail({
        to: { name: oneLine(to.name), address: to.address },
        subject: oneLine(subject),
        text,
        html: mailHtml(text),
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    } catch (error) {
      throw mailError(error);
    }
  }
}

/** Removes line breaks: in a header they would begin another header. */
const oneLine = (value: string): string => value.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

function mailError(error: unknown): unknown {
  if (typeof error !== 'object' || error === null || !('code' in error)) return error;
  const { code, responseCode } = error as { code: unknown; responseCode?: unknown };
  return new MailError(String(code), typeof responseCode === 'number' ? responseCode : undefined);
}
