import type { ServiceConfig } from '#platform/config.js';
import { cookieName } from '#platform/session/cookie.js';
import type { CookieSettings } from '#platform/session/cookie.js';
import type { ApiTokenSettings } from '#platform/session/api-token.js';

/** The configuration as the API uses it. A class, so that it can be injected. */
export class SettingsService {
  constructor(readonly config: ServiceConfig) {}

  get secret(): string {
    return this.config.STAFETT_SECRET;
  }

  /** The public address, without a final slash. */
  get publicUrl(): string {
    const { STAFETT_URL, STAFETT_HOST, STAFETT_PORT } = this.config;
    return (STAFETT_URL ?? `http://${STAFETT_HOST}:${STAFETT_PORT}`).replace(/\/+$/, '');
  }

  get overHttps(): boolean {
    return /^https:/i.test(this.publicUrl);
  }

  /** The cookie of a session. */
  get sessionCookie(): CookieSettings {
    return this.cookieFor('');
  }

  /** The cookie of an unfinished sign-in, which identifies the browser that started it. */
  get signInCookie(): CookieSettings {
    return this.cookieFor('-sign-in');
  }

  get apiTokenOptions(): ApiTokenSettings {
    return { secret: this.secret, installation: this.config.STAFETT_INSTALLATION_ID };
  }

  private cookieFor(suffix: string): CookieSettings {
    const secure = this.overHttps;
    return { name: cookieName(this.config.STAFETT_INSTALLATION_ID, secure, suffix), secure };
  }

  /** The name before the address in MAIL_FROM. */
  get mailSender(): string {
    return this.config.MAIL_FROM.replace(/\s*<.*$/, '');
  }
}
