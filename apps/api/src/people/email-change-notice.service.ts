import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import type { Logger } from '#platform/logger.js';
import { Mailer } from '#platform/mailer.js';
import type { PersonRow } from '#store/people/person-table.js';
import { LOG } from '../shared/log-token.js';
import { SettingsService } from '../shared/settings.service.js';

/**
 * Tells somebody outside, at the old address, that the address with which they sign in is another now. It names no address
 * and nobody, since the mailbox may have become somebody else's.
 */
@Injectable()
export class EmailChangeNoticeService implements BeforeApplicationShutdown {
  private readonly pending = new Set<Promise<void>>();

  constructor(
    private readonly mail: Mailer,
    private readonly settings: SettingsService,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Sends in the background; staff sign in with the municipality, and are told nothing. */
  tell(before: PersonRow, after: PersonRow): void {
    if (before.staff || before.email === null || before.email === after.email) return;
    const sending = this.send(before.email)
      .catch((error: unknown) => {
        const code = error instanceof Error ? error.name : typeof error;
        this.log.error({ code, person: before.id }, 'nobody was told of the new address');
      })
      .finally(() => this.pending.delete(sending));
    this.pending.add(sending);
  }

  /** Resolves when everything so far has been sent. */
  async whenIdle(): Promise<void> {
    await Promise.all(this.pending);
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.whenIdle();
  }

  private send(address: string): Promise<void> {
    const sender = this.settings.mailSender;
    return this.mail.send({
      to: { name: '', address },
      subject: `E-postadressen din i ${sender} er endret`,
      text: [
        'Hei',
        `Adressen som du logger inn med i ${sender}, er endret. Lenker for å logge inn sendes ikke lenger hit.`,
        'Har du ikke bedt om det? Ta kontakt med kommunen med en gang.',
        `Hilsen ${sender}`,
      ].join('\n\n'),
    });
  }
}
