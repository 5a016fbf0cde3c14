import { Module, StandardSchemaValidationPipe } from '@nestjs/common';
import type { DynamicModule, Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { Engine } from '#engine/engine.js';
import type { Logger } from '#platform/log.js';
import { Mailer } from '#platform/mail.js';
import { malformedFromIssues } from '#platform/input/pointers.js';
import { ProblemsFilter } from '#platform/problems/problems.filter.js';
import { AuditController } from './audit/audit.controller.js';
import { AbsencesService } from './people/absences/absences.js';
import { AbsencesController } from './people/absences/absences.controller.js';
import { MyAbsencesController } from './people/absences/my-absences.controller.js';
import { AreasController } from './people/areas/areas.controller.js';
import { CalendarController } from './operations/calendar.controller.js';
import { ClockController } from './operations/clock.controller.js';
import { CollaborationsService } from './cases/collaborations.js';
import { CaseListController } from './cases/case-list.controller.js';
import { DeadlinesController } from './cases/deadlines.controller.js';
import { EventsController } from './cases/events.controller.js';
import { FrontPageController } from './operations/front-page.controller.js';
import { HandoversController } from './cases/handovers.controller.js';
import { LettersController } from './mailroom/letters.controller.js';
import { WorkController } from './cases/work.controller.js';
import { CollaborationsController } from './cases/collaborations.controller.js';
import { CommandsService } from './cases/commands/commands.js';
import { CommandsController } from './cases/commands/commands.controller.js';
import { FactValidationService } from './cases/commands/fact-checks.js';
import { DryRunService } from './cases/commands/rehearsals.js';
import { CaseTransferService } from './offboarding/case-handing.js';
import { DeparturesService } from './offboarding/departures.js';
import { DeparturesController } from './offboarding/departures.controller.js';
import { EnquiriesController } from './cases/enquiries/enquiries.controller.js';
import { EnquiryRateLimitService } from './cases/enquiries/form-limit.js';
import { IntakeService } from './cases/enquiries/intake.js';
import { OpeningsService } from './cases/enquiries/openings.js';
import { ReadinessChecksService } from './operations/checks.js';
import { HealthController } from './operations/health.controller.js';
import { SignInLinksService } from './access/links/links.js';
import { SignInLinksController } from './access/links/sign-in-links.controller.js';
import { MovesService } from './offboarding/moves.js';
import { MovesController } from './offboarding/moves.controller.js';
import { ApiDocumentService } from './operations/openapi/api-document.js';
import { OpenApiController } from './operations/openapi/openapi.controller.js';
import { ContactRightsService } from './organisations/contact-rights.js';
import { ContactsController } from './organisations/contacts.controller.js';
import { ContactsService } from './organisations/contacts.js';
import { OrganisationsController } from './organisations/organisations.controller.js';
import { DatabaseService } from './shared/database.js';
import { InstallationClockService } from './shared/installation.js';
import { LOG } from './shared/log.js';
import { DirectoryService } from './shared/people.js';
import { SettingsService } from './shared/settings.js';
import { CaseVersionsService } from './shared/versions.js';
import { WorkloadService } from './shared/workload.js';
import { IdentityController } from './people/identity.controller.js';
import { PeopleController } from './people/people.controller.js';
import { PeopleRegisterService } from './people/people-register.js';
import { PeopleImportService } from './people/import/people-import.js';
import { PeopleImportController } from './people/import/people-import.controller.js';
import { RolesService } from './people/roles.js';
import { RolesController } from './people/roles.controller.js';
import { refuseUnavailableDatabase } from './shared/translate.js';
import { ErasureController } from './privacy/erasure.controller.js';
import { ErasureService } from './privacy/erasures.js';
import { PersonalDataController } from './privacy/personal-data.controller.js';
import { SensitivityController } from './privacy/sensitivity.controller.js';
import { ProcessController } from './process/process.controller.js';
import { ProcessesService } from './process/processes.js';
import { AuthorizationService } from './people/administration/authority.js';
import { RegisterChangesService } from './people/administration/changes.js';
import { IdempotencyService } from './shared/repeats.js';
import { DemoSignInController } from './access/demo-sign-in.controller.js';
import { CallersService } from './shared/caller/callers.js';
import { OidcClientsService } from './access/oidc/issuers.js';
import { OidcSignInService } from './access/oidc/sign-in.js';
import { SignInController } from './access/oidc/sign-in.controller.js';
import { OidcSignOutService } from './access/oidc/sign-out-address.js';
import { OwnSessionsController } from './access/own-sessions.controller.js';
import { RefusalAuditService } from './access/refusal-log.js';
import { refusalPage } from './access/refusal-page.js';
import { SessionController } from './access/session.controller.js';
import { SessionsService } from './access/sessions.js';
import { SignInLimitsService } from './shared/caller/sign-in-limits.js';
import { SignedInGuard } from './shared/caller/signed-in.guard.js';
import { StreamController } from './cases/stream/stream.controller.js';
import { StreamsService } from './cases/stream/streams.js';
import { UnitsService } from './people/units/unit-register.js';
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
        EnquiryRateLimitService,
        ReadinessChecksService,
        CaseVersionsService,
        StreamsService,
        ApiDocumentService,
        CallersService,
        SessionsService,
        SignInLimitsService,
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
