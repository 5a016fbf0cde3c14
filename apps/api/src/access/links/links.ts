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

/** The purpose stored with a link: a link works for this purpose only. */
export const SIGN_IN = 'sign-in';

/** Sends sign-in links by e-mail. Neither the log nor the audit log contains the link or the address. */
@Injectable()
export class Links implements BeforeApplicationShutdown {
  private readonly pending = new Set<Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly installation: Installation,
    private readonly settings: Settings,
    private readonly mail: Mail,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /**
   * Sends a link to the representative with that e-mail, if there is one. Returns at once and works in the background, so
   * that neither the answer nor its timing reveals who is registered.
   */
  askedFor(email: string): void {
    this.inBackground(async () => {
      const to = await spokespersonWith(this.database.manager, email, await this.installation.today());
      const token = to && (await this.createLink(to.id, null));
      if (to && token) await this.deliver(to, token);
    });
  }

  /** Sends in the background. @returns false when the person has reached the limit of links for this hour. */
  async send(to: Addressee, by: UserId): Promise<boolean> {
    const token = await this.createLink(to.id, by);
    if (token) this.inBackground(() => this.deliver(to, token));
    return token !== undefined;
  }

  /** Resolves when everything requested so far has been handled. */
  async settled(): Promise<void> {
    await Promise.all(this.pending);
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.settled();
  }

  /** @returns the token; undefined when the person has reached the limit of links. */
  private async createLink(person: UserId, by: UserId | null): Promise<string | undefined> {
    const token = newToken();
    return this.database.dataSource.transaction(async (manager) => {
      const isMade = await makeLink(manager, { hash: hashOfToken(token), purpose: SIGN_IN, person });
      await audit(manager, {
        kind: 'linkAsked',
        by,
        subject: person,
        detail: { purpose: SIGN_IN, outcome: isMade ? 'made' : 'too-many' },
      });
      return isMade ? token : undefined;
    });
  }

  private async deliver({ name, email }: Addressee, token: string): Promise<void> {
    const link = `${this.settings.url}/api/v1/sign-in-links/${token}`;
    const letter = linkLetter({ link, sender: this.settings.mailSender });
    try {
      await this.mail.send({ to: { name, address: email }, ...letter });
    } catch (error) {
      // A link that was not sent does not count towards the hourly limit.
      await dropLink(this.database.manager, hashOfToken(token));
      throw error;
    }
  }

  private inBackground(work: () => Promise<void>): void {
    const done = work()
      .catch((error: unknown) => this.log.error(loggableError(error), 'a sign-in link was not sent'))
      .finally(() => this.pending.delete(done));
    this.pending.add(done);
  }
}

/** Leaves the message out, since a database error message repeats the query parameters. */
function loggableError(error: unknown): Readonly<Record<string, unknown>> {
  if (error instanceof MailError) return { code: error.code, answer: error.answer };
  return { code: error instanceof Error ? error.name : typeof error };
}
