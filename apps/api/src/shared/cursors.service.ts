import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { malformed } from '#platform/problems/http-refusal.js';
import { keyedHash } from '#platform/session/token.js';
import type { Cursor } from '#store/db/page.js';
import { SettingsService } from './settings.service.js';

/** What a list was asked for: its name, sort and filter. The size of the page may change from one to the next. */
export interface AskedList {
  readonly list: string;
  readonly query: object;
}

/** Length of the seal in bytes of base64url: enough that nobody guesses one. */
const SEAL_LENGTH = 16;

/**
 * Writes the position of the next page as the opaque text of `next`, sealed for the list, its sort and filter: in another list
 * the same position would silently skip rows. What the seal holds needs no other check.
 */
@Injectable()
export class CursorsService {
  constructor(private readonly settings: SettingsService) {}

  write(asked: AskedList, cursor: Cursor | null): string | null {
    if (cursor === null) return null;
    const text = Buffer.from(JSON.stringify(cursor)).toString('base64url');
    return `${text}.${this.sealOf(asked, text)}`;
  }

  /** @throws HttpRefusal 400 for a text that `write` did not make for this list. */
  read(asked: AskedList, text: string | undefined): Cursor | undefined {
    if (text === undefined) return undefined;
    const [position = '', seal = ''] = text.split('.');
    const right = Buffer.from(this.sealOf(asked, position));
    const given = Buffer.from(seal);
    if (given.length !== right.length || !timingSafeEqual(given, right)) throw unknownCursor();
    return JSON.parse(Buffer.from(position, 'base64url').toString('utf8')) as Cursor;
  }

  private sealOf({ list, query }: AskedList, position: string): string {
    return keyedHash(this.settings.secret, { list, query, position }).slice(0, SEAL_LENGTH);
  }
}

const unknownCursor = () =>
  malformed({ nb: 'Markøren hører ikke til denne listen.', en: 'The cursor is not of this list.' }, [
    { pointer: '/cursor', detail: 'is no cursor of this list with this sort and filter' },
  ]);
