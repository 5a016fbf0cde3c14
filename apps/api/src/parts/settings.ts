import type { ServiceConfig } from '#platform/config.js';
import { cookieName } from '#platform/session/cookie.js';

/** The settings as the API uses them. A class, so that it can be injected. */
export class Settings {
  constructor(readonly config: ServiceConfig) {}

  get secret(): string {
    return this.config.STAFETT_SECRET;
  }

  /** Without a final slash. */
  get url(): string {
    const { STAFETT_URL, STAFETT_HOST, STAFETT_PORT } = this.config;
    return (STAFETT_URL ?? `http://${STAFETT_HOST}:${STAFETT_PORT}`).replace(/\/+$/, '');
  }

  /** The name before the address in MAIL_FROM. */
  get mailSender(): string {
    return this.config.MAIL_FROM.replace(/\s*<.*$/, '');
  }

  get cookie(): { readonly name: string; readonly secure: boolean } {
    return { name: cookieName(this.config.STAFETT_INSTALLATION_ID), secure: this.url.startsWith('https:') };
  }
}
