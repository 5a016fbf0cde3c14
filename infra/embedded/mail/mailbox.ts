import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { simpleParser } from 'mailparser';
import type { AddressObject, ParsedMail } from 'mailparser';

/** One mail in the list. */
export interface Received {
  readonly id: string;
  readonly at: string;
  readonly to: string;
  readonly subject: string;
}

export interface ReadMail extends Received {
  readonly from: string;
  readonly text: string;
}

const NAME = /^\d{13}-[0-9a-f-]{36}$/;
const SUFFIX = '.eml';

/** Mails as files of a folder, named so that they sort by time; the oldest give way. */
export class Mailbox {
  private readonly ids: string[];
  /** The time in the newest name: no two mails have the same, so they sort as they came. */
  private newest: number;
  private readonly heads = new Map<string, Received>();

  constructor(
    private readonly folder: string,
    private readonly most = 1_000,
  ) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const names = readdirSync(folder).filter((name) => name.endsWith(SUFFIX));
    this.ids = names.map((name) => name.slice(0, -SUFFIX.length)).filter((id) => NAME.test(id));
    this.ids.sort();
    this.newest = timeOf(this.ids.at(-1) ?? '0');
  }

  async keep(bytes: Buffer): Promise<string> {
    this.newest = Math.max(Date.now(), this.newest + 1);
    const id = `${this.newest}-${randomUUID()}`;
    const file = this.fileOf(id);
    await writeFile(`${file}.new`, bytes, { mode: 0o600 });
    await rename(`${file}.new`, file);
    this.ids.push(id);
    await this.dropOldest();
    return id;
  }

  /** Newest first. */
  async list(limit: number): Promise<readonly Received[]> {
    const newest = this.ids.slice(-limit).reverse();
    const heads: Received[] = [];
    for (const id of newest) {
      const head = this.heads.get(id) ?? (await this.read(id));
      if (head) heads.push(this.remember(head));
    }
    return heads;
  }

  /** Undefined when there is no such mail, or no more. */
  async read(id: string): Promise<ReadMail | undefined> {
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

  /** Undefined for a file that somebody has taken away. */
  private async bytesOf(id: string): Promise<Buffer | undefined> {
    try {
      return await readFile(this.fileOf(id));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      return undefined;
    }
  }

  private remember({ id, at, to, subject }: Received): Received {
    const head = { id, at, to, subject };
    this.heads.set(id, head);
    return head;
  }

  private async dropOldest(): Promise<void> {
    const dropped = this.ids.splice(0, Math.max(0, this.ids.length - this.most));
    for (const id of dropped) {
      this.heads.delete(id);
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
