import { Module, StandardSchemaValidationPipe } from '@nestjs/common';
import type { DynamicModule, Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { Engine } from '#engine/engine.js';
import type { Logger } from '#platform/logger.js';
import { Mailer } from '#platform/mailer.js';
import { malformedFromIssues } from '#platform/input/input-errors.js';
import { ProblemsFilter } from '#platform/problems/problems.filter.js';
import { AuditController } from './audit/audit.controller.js';
import { AbsencesService } from './people/absences/absences.service.js';
import { AbsencesController } from './people/absences/absences.controller.js';
import { MyAbsencesController } from './people/absences/my-absences.controller.js';
import { AreasController } from './people/areas/areas.controller.js';
import { CalendarController } from './operations/calendar.controller.js';
import { ClockController } from './operations/clock.controller.js';
import { CollaborationsService } from './cases/collaborations.service.js';
import { CaseListController } from './cases/case-list.controller.js';
import { DeadlinesController } from './cases/deadlines.controller.js';
import { EventsController } from './cases/events.controller.js';
import { FrontPageController } from './operations/front-page.controller.js';
import { HandoversController } from './cases/handovers.controller.js';
import { LettersController } from './mailroom/letters.controller.js';
import { WorkController } from './cases/work.controller.js';
import { CollaborationsController } from './cases/collaborations.controller.js';
import { CommandsService } from './cases/commands/commands.service.js';
import { CommandsController } from './cases/commands/commands.controller.js';
import { FactValidationService } from './cases/commands/fact-validation.service.js';
import { DryRunService } from './cases/commands/dry-run.service.js';
import { CaseTransferService } from './offboarding/case-transfer.service.js';
import { DeparturesService } from './offboarding/departures.service.js';
import { DeparturesController } from './offboarding/departures.controller.js';
import { EnquiriesController } from './cases/enquiries/enquiries.controller.js';
import { IntakeService } from './cases/enquiries/intake.service.js';
import { OpeningsService } from './cases/enquiries/openings.service.js';
import { ReadinessChecksService } from './operations/readiness-checks.service.js';
import { HealthController } from './operations/health.controller.js';
import { SignInLinksService } from './access/links/sign-in-links.service.js';
import { SignInLinksController } from './access/links/sign-in-links.controller.js';
import { MovesService } from './offboarding/moves.service.js';
import { MovesController } from './offboarding/moves.controller.js';
import { ApiDocumentService } from './operations/openapi/api-document.service.js';
import { OpenApiController } from './operations/openapi/openapi.controller.js';
import { ContactRightsService } from './organisations/contact-rights.service.js';
import { ContactsController } from './organisations/contacts.controller.js';
import { ContactsService } from './organisations/contacts.service.js';
import { OrganisationsController } from './organisations/organisations.controller.js';
import { DatabaseService } from './shared/database.service.js';
import { InstallationClockService } from './shared/installation-clock.service.js';
import { LOG } from './shared/log-token.js';
import { DirectoryService } from './shared/directory.service.js';
import { SettingsService } from './shared/settings.service.js';
import { CaseVersionsService } from './shared/case-versions.service.js';
import { WorkloadService } from './shared/workload.service.js';
import { IdentityController } from './people/identity.controller.js';
import { PeopleController } from './people/people.controller.js';
import { PeopleRegisterService } from './people/people-register.service.js';
import { PeopleImportService } from './people/import/people-import.service.js';
import { PeopleImportController } from './people/import/people-import.controller.js';
import { RolesService } from './people/roles.service.js';
import { RolesController } from './people/roles.controller.js';
import { refuseUnavailableDatabase } from './shared/refuse-unavailable-database.js';
import { ErasureController } from './privacy/erasure.controller.js';
import { ErasureService } from './privacy/erasure.service.js';
import { PersonalDataController } from './privacy/personal-data.controller.js';
import { SensitivityController } from './privacy/sensitivity.controller.js';
import { ProcessController } from './process/process.controller.js';
import { ProcessesService } from './process/processes.service.js';
import { AuthorizationService } from './people/administration/authorization.service.js';
import { RegisterChangesService } from './people/administration/register-changes.service.js';
import { IdempotencyService } from './shared/idempotency.service.js';
import { DemoSignInController } from './access/demo-sign-in.controller.js';
import { CallersService } from './shared/caller/callers.service.js';
import { OidcClientsService } from './access/oidc/oidc-clients.service.js';
import { OidcSignInService } from './access/oidc/oidc-sign-in.service.js';
import { SignInController } from './access/oidc/sign-in.controller.js';
import { OidcSignOutService } from './access/oidc/oidc-sign-out.service.js';
import { OwnSessionsController } from './access/own-sessions.controller.js';
import { RefusalAuditService } from './access/refusal-audit.service.js';
import { refusalPage } from './access/refusal-page.js';
import { SessionController } from './access/session.controller.js';
import { SessionsService } from './access/sessions.service.js';
import { RateLimitsService } from './shared/rate-limits.service.js';
import { SignedInGuard } from './shared/caller/signed-in.guard.js';
import { StreamController } from './cases/stream/stream.controller.js';
import { StreamsService } from './cases/stream/streams.service.js';
import { UnitsService } from './people/units/units.service.js';
import { UnitsController } from './people/units/units.controller.js';

/** What the API is built from. Tests pass their own. */
export interface ApiDependencies {
  readonly settings: SettingsService;
  readonly database: DatabaseService;
  readonly engine: Engine;
  readonly log: Logger;
}

const controllers: readonly Type[] = [
  FrontPageController,
  EnquiriesController,
  CaseListController,
  CollaborationsController,
  CommandsController,
  EventsController,
  DeadlinesController,
  HandoversController,
  WorkController,
  LettersController,
  ProcessController,
  CalendarController,
  ClockController,
  AreasController,
  OrganisationsController,
  StreamController,
  HealthController,
  OpenApiController,
  SessionController,
  SignInController,
  OwnSessionsController,
  SignInLinksController,
  ContactsController,
  AuditController,
  SensitivityController,
  PersonalDataController,
  ErasureController,
  UnitsController,
  PeopleController,
  IdentityController,
  RolesController,
  AbsencesController,
  MyAbsencesController,
  DeparturesController,
  PeopleImportController,
  MovesController,
];

@Module({})
export class ApiModule {
  static register({ settings, database, engine, log }: ApiDependencies): DynamicModule {
    const demo = settings.config.STAFETT_DEMO_SIGN_IN === 'on';
    return {
      module: ApiModule,
      controllers: [...controllers, ...(demo ? [DemoSignInController] : [])],
      providers: [
        { provide: SettingsService, useValue: settings },
        { provide: DatabaseService, useValue: database },
        { provide: Engine, useValue: engine },
        { provide: LOG, useValue: log },
        {
          provide: APP_FILTER,
          inject: [RefusalAuditService],
          useFactory: (refusals: RefusalAuditService) =>
            new ProblemsFilter(
              log,
              refuseUnavailableDatabase,
              (refusal, request) => refusals.record(refusal, request),
              refusalPage,
            ),
        },
        { provide: Mailer, useValue: new Mailer({ url: settings.config.SMTP_URL, from: settings.config.MAIL_FROM }) },
        { provide: APP_PIPE, useValue: new StandardSchemaValidationPipe({ exceptionFactory: malformedFromIssues }) },
        { provide: APP_GUARD, useClass: SignedInGuard },
        InstallationClockService,
        DirectoryService,
        WorkloadService,
        ProcessesService,
        CollaborationsService,
        CommandsService,
        FactValidationService,
        IntakeService,
        OpeningsService,
        ReadinessChecksService,
        CaseVersionsService,
        StreamsService,
        ApiDocumentService,
        CallersService,
        SessionsService,
        RateLimitsService,
        RefusalAuditService,
        OidcClientsService,
        OidcSignInService,
        OidcSignOutService,
        SignInLinksService,
        ContactRightsService,
        ContactsService,
        ErasureService,
        AuthorizationService,
        RegisterChangesService,
        IdempotencyService,
        UnitsService,
        PeopleRegisterService,
        RolesService,
        AbsencesService,
        DryRunService,
        CaseTransferService,
        DeparturesService,
        PeopleImportService,
        MovesService,
      ],
    };
  }
}
