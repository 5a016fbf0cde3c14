import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import type { UserId } from '#domain/model/case.js';
import type { Logger } from '#platform/logger.js';
import { Mailer, MailError } from '#platform/mailer.js';
import { hashOfToken, newToken } from '#platform/session/token.js';
import { audit } from '#store/audit/audit.js';
import { findRepresentativeByEmail } from '#store/organisations/representatives.js';
import type { Addressee } from '#store/organisations/representatives.js';
import { deleteSignInLink, createSignInLink } from '#store/access/sign-in-links.js';
import { DatabaseService } from '../../shared/database.service.js';
import { InstallationClockService } from '../../shared/installation-clock.service.js';
import { LOG } from '../../shared/log-token.js';
import { SettingsService } from '../../shared/settings.service.js';
import { signInMail } from './sign-in-mail.js';

/** The purpose stored with a link: a link works for this purpose only. */
export const SIGN_IN_PURPOSE = 'sign-in';

/** Sends sign-in links by e-mail. Neither the log nor the audit log contains the link or the address. */
@Injectable()
export class SignInLinksService implements BeforeApplicationShutdown {
  private readonly pending = new Set<Promise<void>>();

  constructor(
    private readonly database: DatabaseService,
    private readonly installation: InstallationClockService,
    private readonly settings: SettingsService,
    private readonly mail: Mailer,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /**
   * Sends a link to the representative with that e-mail, if there is one. Returns at once and works in the background, so
   * that neither the answer nor its timing reveals who is registered.
   */
  sendIfRegistered(email: string): void {
    this.inBackground(async () => {
      const to = await findRepresentativeByEmail(this.database.manager, email, await this.installation.today());
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
  async whenIdle(): Promise<void> {
    await Promise.all(this.pending);
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.whenIdle();
  }

  /** @returns the token; undefined when the person has reached the limit of links. */
  private async createLink(person: UserId, by: UserId | null): Promise<string | undefined> {
    const token = newToken();
    return this.database.dataSource.transaction(async (manager) => {
      const isMade = await createSignInLink(manager, { hash: hashOfToken(token), purpose: SIGN_IN_PURPOSE, person });
      await audit(manager, {
        kind: 'linkAsked',
        by,
        subject: person,
        detail: { purpose: SIGN_IN_PURPOSE, outcome: isMade ? 'made' : 'too-many' },
      });
      return isMade ? token : undefined;
    });
  }

  private async deliver({ name, email }: Addressee, token: string): Promise<void> {
    const link = `${this.settings.publicUrl}/api/v1/sign-in-links/${token}`;
    const letter = signInMail({ link, sender: this.settings.mailSender });
    try {
      await this.mail.send({ to: { name, address: email }, ...letter });
    } catch (error) {
      // A link that was not sent does not count towards the hourly limit.
      await deleteSignInLink(this.database.manager, hashOfToken(token));
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
  if (error instanceof MailError) return { code: error.code, answer: error.responseCode };
  return { code: error instanceof Error ? error.name : typeof error };
}
