import { Module, StandardSchemaValidationPipe } from '@nestjs/common';
import type { DynamicModule, Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { Engine } from '#engine/engine.js';
import type { Logger } from '#platform/log.js';
import { Mail } from '#platform/mail.js';
import { malformedBy } from '#platform/input/pointers.js';
import { ProblemsFilter } from '#platform/problems/problems.filter.js';
import { AuditController } from './audit/audit.controller.js';
import { Absences } from './people/absences/absences.js';
import { AbsencesController } from './people/absences/absences.controller.js';
import { MyAbsencesController } from './people/absences/my-absences.controller.js';
import { AreasController } from './people/areas/areas.controller.js';
import { CalendarController } from './operations/calendar.controller.js';
import { ClockController } from './operations/clock.controller.js';
import { Collaborations } from './cases/collaborations.js';
import { CaseListController } from './cases/case-list.controller.js';
import { DeadlinesController } from './cases/deadlines.controller.js';
import { EventsController } from './cases/events.controller.js';
import { FrontPageController } from './operations/front-page.controller.js';
import { HandoversController } from './cases/handovers.controller.js';
import { LettersController } from './mailroom/letters.controller.js';
import { WorkController } from './cases/work.controller.js';
import { CollaborationsController } from './cases/collaborations.controller.js';
import { Commands } from './cases/commands/commands.js';
import { CommandsController } from './cases/commands/commands.controller.js';
import { FactChecks } from './cases/commands/fact-checks.js';
import { Rehearsals } from './cases/commands/rehearsals.js';
import { CaseHanding } from './offboarding/case-handing.js';
import { Departures } from './offboarding/departures.js';
import { DeparturesController } from './offboarding/departures.controller.js';
import { EnquiriesController } from './cases/enquiries/enquiries.controller.js';
import { FormLimit } from './cases/enquiries/form-limit.js';
import { Intake } from './cases/enquiries/intake.js';
import { Openings } from './cases/enquiries/openings.js';
import { Checks } from './operations/checks.js';
import { HealthController } from './operations/health.controller.js';
import { Links } from './access/links/links.js';
import { SignInLinksController } from './access/links/sign-in-links.controller.js';
import { Moves } from './offboarding/moves.js';
import { MovesController } from './offboarding/moves.controller.js';
import { ApiDocument } from './operations/openapi/api-document.js';
import { OpenApiController } from './operations/openapi/openapi.controller.js';
import { ContactRights } from './organisations/contact-rights.js';
import { ContactsController } from './organisations/contacts.controller.js';
import { Contacts } from './organisations/contacts.js';
import { OrganisationsController } from './organisations/organisations.controller.js';
import { Database } from './shared/database.js';
import { Installation } from './shared/installation.js';
import { LOG } from './shared/log.js';
import { People } from './shared/people.js';
import { Settings } from './shared/settings.js';
import { CaseVersions } from './shared/versions.js';
import { Workload } from './shared/workload.js';
import { IdentityController } from './people/identity.controller.js';
import { PeopleController } from './people/people.controller.js';
import { PeopleRegister } from './people/people-register.js';
import { PeopleImport } from './people/import/people-import.js';
import { PeopleImportController } from './people/import/people-import.controller.js';
import { Roles } from './people/roles.js';
import { RolesController } from './people/roles.controller.js';
import { translateDatabase } from './shared/translate.js';
import { ErasureController } from './privacy/erasure.controller.js';
import { Erasures } from './privacy/erasures.js';
import { PersonalDataController } from './privacy/personal-data.controller.js';
import { SensitivityController } from './privacy/sensitivity.controller.js';
import { ProcessController } from './process/process.controller.js';
import { Processes } from './process/processes.js';
import { Authority } from './people/administration/authority.js';
import { Changes } from './people/administration/changes.js';
import { Repeats } from './shared/repeats.js';
import { DemoSignInController } from './access/demo-sign-in.controller.js';
import { Callers } from './shared/caller/callers.js';
import { Issuers } from './access/oidc/issuers.js';
import { SignIn } from './access/oidc/sign-in.js';
import { SignInController } from './access/oidc/sign-in.controller.js';
import { SignOutAddress } from './access/oidc/sign-out-address.js';
import { OwnSessionsController } from './access/own-sessions.controller.js';
import { RefusalLog } from './access/refusal-log.js';
import { refusalPage } from './access/refusal-page.js';
import { SessionController } from './access/session.controller.js';
import { Sessions } from './access/sessions.js';
import { SignInLimits } from './shared/caller/sign-in-limits.js';
import { SignedInGuard } from './shared/caller/signed-in.guard.js';
import { StreamController } from './cases/stream/stream.controller.js';
import { Streams } from './cases/stream/streams.js';
import { UnitRegister } from './people/units/unit-register.js';
import { UnitsController } from './people/units/units.controller.js';

/** What the API is built from. Tests pass their own. */
export interface ApiParts {
  readonly settings: Settings;
  readonly database: Database;
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
  static with({ settings, database, engine, log }: ApiParts): DynamicModule {
    const demo = settings.config.STAFETT_DEMO_SIGN_IN === 'on';
    return {
      module: ApiModule,
      controllers: [...controllers, ...(demo ? [DemoSignInController] : [])],
      providers: [
        { provide: Settings, useValue: settings },
        { provide: Database, useValue: database },
        { provide: Engine, useValue: engine },
        { provide: LOG, useValue: log },
        {
          provide: APP_FILTER,
          inject: [RefusalLog],
          useFactory: (refusals: RefusalLog) =>
            new ProblemsFilter(
              log,
              translateDatabase,
              (refusal, request) => refusals.add(refusal, request),
              refusalPage,
            ),
        },
        { provide: Mail, useValue: new Mail({ url: settings.config.SMTP_URL, from: settings.config.MAIL_FROM }) },
        { provide: APP_PIPE, useValue: new StandardSchemaValidationPipe({ exceptionFactory: malformedBy }) },
        { provide: APP_GUARD, useClass: SignedInGuard },
        Installation,
        People,
        Workload,
        Processes,
        Collaborations,
        Commands,
        FactChecks,
        Intake,
        Openings,
        FormLimit,
        Checks,
        CaseVersions,
        Streams,
        ApiDocument,
        Callers,
        Sessions,
        SignInLimits,
        RefusalLog,
        Issuers,
        SignIn,
        SignOutAddress,
        Links,
        ContactRights,
        Contacts,
        Erasures,
        Authority,
        Changes,
        Repeats,
        UnitRegister,
        PeopleRegister,
        Roles,
        Absences,
        Rehearsals,
        CaseHanding,
        Departures,
        PeopleImport,
        Moves,
      ],
    };
  }
}
