import { Controller, Get, Param } from '@nestjs/common';
import type { z } from 'zod';
import { mailboxLetter, mailboxList } from '#contracts/http/mailroom.js';
import { unavailable } from '#platform/problems/http-refusal.js';
import { Allowed } from '../shared/allowed/allowed.decorator.js';
import { Answers } from '../shared/answers.decorator.js';
import { refusedWith } from '../shared/refused.js';
import { SettingsService } from '../shared/settings.service.js';

const ID = /^\d{13}-[0-9a-f-]{36}$/;
const PATIENCE_MS = 5_000;

/** Letters that the embedded mail sink has caught. The routes exist in the demonstration only, where anybody may be anybody. */
@Controller('demo/mailbox')
export class MailboxController {
  constructor(private readonly settings: SettingsService) {}

  @Get()
  @Allowed('staff')
  @Answers({
    tag: 'Letters',
    summary: 'Letters caught by the demonstration, newest first',
    ok: { 200: mailboxList },
    refusals: ['not-found', 'forbidden'],
  })
  async list(): Promise<z.infer<typeof mailboxList>> {
    const { items } = mailboxList.omit({ next: true }).parse(await this.read(''));
    return { items, next: null };
  }

  @Get(':id')
  @Allowed('staff')
  @Answers({
    tag: 'Letters',
    summary: 'One letter as it was received',
    ok: { 200: mailboxLetter },
    refusals: ['not-found', 'forbidden'],
  })
  async letter(@Param('id') id: string): Promise<z.infer<typeof mailboxLetter>> {
    if (!ID.test(id)) throw noSuchLetter();
    return mailboxLetter.parse(await this.read(id));
  }

  /** @throws HttpRefusal 404 without an embedded sink, 503 when it does not answer. */
  private async read(path: string): Promise<unknown> {
    const { STAFETT_MAILBOX_URL: url } = this.settings.config;
    if (url === undefined)
      throw refusedWith('not-found', {
        nb: 'Denne installasjonen har ingen postkasse: brevene sendes til en e-posttjener.',
        en: 'This installation has no mailbox: letters are sent to a mail server.',
      });
    const headers = { Accept: 'application/json' };
    const response = await fetch(new URL(path, url), { headers, signal: AbortSignal.timeout(PATIENCE_MS) }).catch(
      (cause: unknown) => {
        throw Object.assign(silent(), { cause });
      },
    );
    if (response.status === 404) throw noSuchLetter();
    if (!response.ok) throw silent();
    return response.json();
  }
}

const noSuchLetter = () => refusedWith('not-found', { nb: 'Brevet finnes ikke.', en: 'The letter does not exist.' });

const silent = () =>
  unavailable({
    nb: 'Postkassen svarer ikke. Prøv igjen om litt.',
    en: 'The mailbox does not answer. Try again in a moment.',
  });
