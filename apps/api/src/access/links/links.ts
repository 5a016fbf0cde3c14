import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import type { UserId } from '#domain/model/case.js';
import type { Logger } from '#platform/log.js';
import { Mail, MailError } from '#platform/mail.js';
import { hashOfToken, newToken } from '#platform/session/token.js';
import { audit } from '#store/audit/audit.js';
import { spokespersonWith } from '#store/organisations/spokespersons.js';
import type { Addressee } from '#store/organisations/spokespersons.js';
import { dropLink, makeLink } from '#store/access/sign-in-links.js';
import { Database } from '../../shared/database.js';
import { Installation } from '../../shared/installation.js';
import { LOG } from '../../shared/log.js';
import { Settings } from '../../shared/settings.js';
import { linkLetter } from './link-letter.js';

/** What a link may be used for. */
export const SIGN_IN = 'sign-in';

/** Sends links that sign in. Neither log nor audit holds the link or the address it was sent to. */
@Injectable()
export class Links implements BeforeApplicationShutdown {
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly installation: Installation,
    private readonly settings: Settings,
    private readonly mail: Mail,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /**
   * Sends a link to whoever speaks for somebody and has that e-mail. Returns at once and does everything afterwards, so
   * that the answer and the time it takes say nothing of who is known here.
   */
  askedFor(email: string): void {
    this.afterwards(async () => {
      const to = await spokespersonWith(this.database.manager, email, await this.installation.today());
      const token = to && (await this.make(to.id, null));
      if (to && token) await this.deliver(to, token);
    });
  }

  /** @returns false when the person has got enough links for this hour; else the mail goes out afterwards. */
  async send(to: Addressee, by: UserId): Promise<boolean> {
    const token = await this.make(to.id, by);
    if (token) this.afterwards(() => this.deliver(to, token));
    return token !== undefined;
  }

  /** All that was asked for so far has been seen to. */
  async settled(): Promise<void> {
    await Promise.all(this.underWay);
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.settled();
  }

  /** @returns the token, or undefined when it is one too many. */
  private async make(person: UserId, by: UserId | null): Promise<string | undefined> {
    const token = newToken();
    return this.database.dataSource.transaction(async (manager) => {
      const made = await makeLink(manager, { hash: hashOfToken(token), purpose: SIGN_IN, person });
      await audit(manager, {
        kind: 'linkAsked',
        by,
        subject: person,
        detail: { purpose: SIGN_IN, outcome: made ? 'made' : 'too-many' },
      });
      return made ? token : undefined;
    });
  }

  private async deliver({ name, email }: Addressee, token: string): Promise<void> {
    const link = `${this.settings.url}/api/v1/sign-in-links/${token}`;
    const letter = linkLetter({ link, sender: this.settings.mailSender });
    try {
      await this.mail.send({ to: { name, address: email }, ...letter });
    } catch (error) {
      // What was not sent does not count among the links of the hour.
      await dropLink(this.database.manager, hashOfToken(token));
      throw error;
    }
  }

  private afterwards(work: () => Promise<void>): void {
    const done = work()
      .catch((error: unknown) => this.log.error(failure(error), 'a sign-in link was not sent'))
      .finally(() => this.underWay.delete(done));
    this.underWay.add(done);
  }
}

/** No message: a database error repeats what was asked for. */
function failure(error: unknown): Readonly<Record<string, unknown>> {
  if (error instanceof MailError) return { code: error.code, answer: error.answer };
  return { code: error instanceof Error ? error.name : typeof error };
}
