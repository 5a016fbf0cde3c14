import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { simpleParser } from 'mailparser';
import type { AddressObject, ParsedMail } from 'mailparser';

/** A mail in the list. */
export interface MailSummary {
  readonly id: string;
  readonly at: string;
  readonly to: string;
  readonly subject: string;
}

export interface StoredMail extends MailSummary {
  readonly from: string;
  readonly text: string;
}

const ID_PATTERN = /^\d{13}-[0-9a-f-]{36}$/;
const SUFFIX = '.eml';

/** Stores mails as files in a folder, named so that they sort by time. Deletes the oldest beyond `maxMails`. */
export class Mailbox {
  private readonly ids: string[];
  /** Time in the newest file name. Every mail gets a later one, so that mails sort in the order of arrival. */
  private newestTime: number;
  private readonly summaries = new Map<string, MailSummary>();

  constructor(
    private readonly folder: string,
    private readonly maxMails = 1_000,
  ) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const names = readdirSync(folder).filter((name) => name.endsWith(SUFFIX));
    this.ids = names.map((name) => name.slice(0, -SUFFIX.length)).filter((id) => ID_PATTERN.test(id));
    this.ids.sort();
    this.newestTime = timeOf(this.ids.at(-1) ?? '0');
  }

  async store(bytes: Buffer): Promise<string> {
    this.newestTime = Math.max(Date.now(), this.newestTime + 1);
    const id = `${this.newestTime}-${randomUUID()}`;
    const file = this.fileOf(id);
    await writeFile(`${file}.new`, bytes, { mode: 0o600 });
    await rename(`${file}.new`, file);
    this.ids.push(id);
    await this.dropOldest();
    return id;
  }

  /** Newest first. */
  async list(limit: number): Promise<readonly MailSummary[]> {
    const newest = this.ids.slice(-limit).reverse();
    const summaries: MailSummary[] = [];
    for (const id of newest) {
      const summary = this.summaries.get(id) ?? (await this.read(id));
      if (summary) summaries.push(this.remember(summary));
    }
    return summaries;
  }

  /** Undefined when there is no such mail, or it has been deleted. */
  async read(id: string): Promise<StoredMail | undefined> {
    const bytes = this.ids.includes(id) ? await this.bytesOf(id) : undefined;
    if (!bytes) return undefined;
    const parsed = await simpleParser(bytes, { skipHtmlToText: true, skipTextToHtml: true });
    return {
      id,
      at: new Date(timeOf(id)).toISOString(),
      to: textOf(parsed.to),
      from: textOf(parsed.from),
      subject: parsed.subject ?? '',
      text: bodyOf(parsed),
    };
  }

  /** Undefined when somebody has deleted the file. */
  private async bytesOf(id: string): Promise<Buffer | undefined> {
    try {
      return await readFile(this.fileOf(id));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      return undefined;
    }
  }

  private remember({ id, at, to, subject }: MailSummary): MailSummary {
    const summary = { id, at, to, subject };
    this.summaries.set(id, summary);
    return summary;
  }

  private async dropOldest(): Promise<void> {
    const dropped = this.ids.splice(0, Math.max(0, this.ids.length - this.maxMails));
    for (const id of dropped) {
      this.summaries.delete(id);
      await rm(this.fileOf(id), { force: true });
    }
  }

  private readonly fileOf = (id: string): string => path.join(this.folder, `${id}${SUFFIX}`);
}

const timeOf = (id: string): number => Number(id.split('-')[0]);

function textOf(addresses: AddressObject | AddressObject[] | undefined): string {
  return [addresses ?? []]
    .flat()
    .flatMap(({ text }) => text)
    .join(', ');
}

function bodyOf({ text, html }: ParsedMail): string {
  return text ?? (html === false ? '' : (html ?? ''));
}
