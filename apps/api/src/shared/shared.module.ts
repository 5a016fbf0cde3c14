import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { Engine } from '#engine/engine.js';
import type { Logger } from '#platform/logger.js';
import { Mailer } from '#platform/mailer.js';
import { OwnRolesPipe } from './allowed/own-roles.pipe.js';
import { CallersService } from './caller/callers.service.js';
import { CaseVersionsService } from './case-versions.service.js';
import { CursorsService } from './cursors.service.js';
import { DatabaseService } from './database.service.js';
import { DirectoryService } from './directory.service.js';
import { FilesService } from './files.service.js';
import { IdempotencyService } from './idempotency.service.js';
import { InstallationClockService } from './installation-clock.service.js';
import { LOG } from './log-token.js';
import { RateLimitsService } from './rate-limits.service.js';
import { SettingsService } from './settings.service.js';

/** What the API is built from. Tests pass their own. */
export interface ApiDependencies {
  readonly settings: SettingsService;
  readonly database: DatabaseService;
  readonly engine: Engine;
  readonly log: Logger;
}

/** What every context uses, so that no context has to import it. */
@Global()
@Module({})
export class SharedModule {
  static register({ settings, database, engine, log }: ApiDependencies): DynamicModule {
    const providers = [
      { provide: SettingsService, useValue: settings },
      { provide: DatabaseService, useValue: database },
      { provide: Engine, useValue: engine },
      { provide: LOG, useValue: log },
      { provide: Mailer, useValue: new Mailer({ url: settings.config.SMTP_URL, from: settings.config.MAIL_FROM }) },
      InstallationClockService,
      DirectoryService,
      FilesService,
      CaseVersionsService,
      CallersService,
      RateLimitsService,
      IdempotencyService,
      CursorsService,
      OwnRolesPipe,
    ];
    return { module: SharedModule, providers, exports: providers };
  }
}
