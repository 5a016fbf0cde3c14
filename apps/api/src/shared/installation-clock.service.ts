import { Injectable } from '@nestjs/common';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { domainNow } from '#domain/clock.js';
import type { Clock } from '#domain/clock.js';
import type { Instant, LocalDate } from '#domain/time.js';
import { unavailable } from '#platform/problems/http-refusal.js';
import { clockOf, readInstallation } from '#store/installation/installation.js';
import { DatabaseService } from './database.service.js';
import { SettingsService } from './settings.service.js';

/** The installation's clock. Until its origin is fixed, domain time does not advance and nothing is written. */
@Injectable()
export class InstallationClockService {
  private fixed: Clock | undefined;

  constructor(
    private readonly database: DatabaseService,
    private readonly settings: SettingsService,
  ) {}

  /** Null until the installation is ready. It never changes afterwards, so it is read once. */
  async clock(): Promise<Clock | null> {
    this.fixed ??= clockOf(await readInstallation(this.database.manager)) ?? undefined;
    return this.fixed ?? null;
  }

  /** @throws HttpRefusal 503 `unavailable` before the installation is ready. */
  async requireClock(): Promise<Clock> {
    const clock = await this.clock();
    if (!clock)
      throw unavailable({
        nb: 'Stafett er ikke klar ennå. Prøv igjen om litt.',
        en: 'Stafett is not ready yet. Try again in a moment.',
      });
    return clock;
  }

  async now(): Promise<Instant> {
    const clock = await this.clock();
    return clock ? domainNow(clock, Date.now()) : this.nowBeforeStart();
  }

  async today(): Promise<LocalDate> {
    return osloDateOf(await this.now());
  }

  private nowBeforeStart(): Instant {
    const { STAFETT_START_AT } = this.settings.config;
    return (STAFETT_START_AT ? new Date(STAFETT_START_AT) : new Date()).toISOString();
  }
}
