import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { ProblemsFilter } from '#platform/problems/problems.filter.js';
import { AccessModule } from './access/access.module.js';
import { DemoSignInModule } from './access/demo-sign-in.module.js';
import { refusalPage } from './access/refusal-page.js';
import { AuditModule } from './audit/audit.module.js';
import { RefusalAuditService } from './audit/refusal-audit.service.js';
import { RefusalLogService } from './audit/refusal-log.service.js';
import { CasesModule } from './cases/cases.module.js';
import { MailboxModule } from './mailroom/mailbox.module.js';
import { MailroomModule } from './mailroom/mailroom.module.js';
import { OffboardingModule } from './offboarding/offboarding.module.js';
import { OperationsModule } from './operations/operations.module.js';
import { OrganisationsModule } from './organisations/organisations.module.js';
import { PeopleModule } from './people/people.module.js';
import { PrivacyModule } from './privacy/privacy.module.js';
import { ProcessModule } from './process/process.module.js';
import { AllowedGuard } from './shared/allowed/allowed.guard.js';
import { SignedInGuard } from './shared/caller/signed-in.guard.js';
import { SchemaValidationPipe } from './shared/input/schema-validation.pipe.js';
import { UndeclaredQueryGuard } from './shared/input/undeclared-query.guard.js';
import { refuseConflict } from './shared/refuse-conflict.js';
import { refuseUnavailableDatabase } from './shared/refuse-unavailable-database.js';
import { SharedModule } from './shared/shared.module.js';
import type { ApiDependencies } from './shared/shared.module.js';

const CONTEXTS = [
  CasesModule,
  MailroomModule,
  ProcessModule,
  PeopleModule,
  OrganisationsModule,
  AccessModule,
  AuditModule,
  PrivacyModule,
  OffboardingModule,
  OperationsModule,
];

/** The contexts, and what every request passes on its way to a route. */
@Module({})
export class ApiModule {
  static register(dependencies: ApiDependencies): DynamicModule {
    const { settings, log } = dependencies;
    const demo = settings.config.STAFETT_DEMO_SIGN_IN === 'on';
    return {
      module: ApiModule,
      imports: [SharedModule.register(dependencies), ...CONTEXTS, ...(demo ? [DemoSignInModule, MailboxModule] : [])],
      providers: [
        {
          provide: APP_FILTER,
          inject: [RefusalAuditService, RefusalLogService],
          useFactory: (refusals: RefusalAuditService, lines: RefusalLogService) =>
            new ProblemsFilter(
              log,
              (exception) => refuseUnavailableDatabase(exception) ?? refuseConflict(exception),
              async (problem, request) => {
                await lines.record(problem, request);
                await refusals.record(problem, request);
              },
              refusalPage,
            ),
        },
        { provide: APP_GUARD, useClass: SignedInGuard },
        { provide: APP_GUARD, useClass: AllowedGuard },
        { provide: APP_GUARD, useClass: UndeclaredQueryGuard },
        { provide: APP_PIPE, useClass: SchemaValidationPipe },
      ],
    };
  }
}
