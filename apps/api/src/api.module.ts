import { Module, StandardSchemaValidationPipe } from '@nestjs/common';
import type { DynamicModule, Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { Engine } from '#engine/engine.js';
import type { Logger } from '#platform/log.js';
import { Mail } from '#platform/mail.js';
import { malformedBy } from '#platform/input/pointers.js';
import { ProblemsFilter } from '#platform/problems/problems.filter.js';
import { AuditController } from './audit/audit.controller.js';
import { Absences } from './absences/absences.js';
import { AbsencesController } from './absences/absences.controller.js';
import { MyAbsencesController } from './absences/my-absences.controller.js';
import { AreasController } from './areas/areas.controller.js';
import { CalendarController } from './calendar/calendar.controller.js';
import { ClockController } from './clock/clock.controller.js';
import { Collaborations } from './collaborations/collaborations.js';
import { CaseListController } from './collaborations/case-list.controller.js';
import { DeadlinesController } from './collaborations/deadlines.controller.js';
import { EventsController } from './collaborations/events.controller.js';
import { FrontPageController } from './front-page/front-page.controller.js';
import { HandoversController } from './handovers/handovers.controller.js';
import { LettersController } from './letters/letters.controller.js';
import { WorkController } from './work/work.controller.js';
import { CollaborationsController } from './collaborations/collaborations.controller.js';
import { Commands } from './commands/commands.js';
import { CommandsController } from './commands/commands.controller.js';
import { FactChecks } from './commands/fact-checks.js';
import { Rehearsals } from './commands/rehearsals.js';
import { CaseHanding } from './departures/case-handing.js';
import { Departures } from './departures/departures.js';
import { DeparturesController } from './departures/departures.controller.js';
import { EnquiriesController } from './enquiries/enquiries.controller.js';
import { FormLimit } from './enquiries/form-limit.js';
import { Intake } from './enquiries/intake.js';
import { Openings } from './enquiries/openings.js';
import { Checks } from './health/checks.js';
import { HealthController } from './health/health.controller.js';
import { Links } from './links/links.js';
import { SignInLinksController } from './links/sign-in-links.controller.js';
import { Moves } from './moves/moves.js';
import { MovesController } from './moves/moves.controller.js';
import { ApiDocument } from './openapi/api-document.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { ContactRights } from './organisations/contact-rights.js';
import { ContactsController } from './organisations/contacts.controller.js';
import { Contacts } from './organisations/contacts.js';
import { OrganisationsController } from './organisations/organisations.controller.js';
import { Database } from './parts/database.js';
import { Installation } from './parts/installation.js';
import { LOG } from './parts/log.js';
import { People } from './parts/people.js';
import { Settings } from './parts/settings.js';
import { CaseVersions } from './parts/versions.js';
import { Workload } from './parts/workload.js';
import { IdentityController } from './people/identity.controller.js';
import { PeopleController } from './people/people.controller.js';
import { PeopleRegister } from './people/people-register.js';
import { PeopleImport } from './people-import/people-import.js';
import { PeopleImportController } from './people-import/people-import.controller.js';
import { Roles } from './people/roles.js';
import { RolesController } from './people/roles.controller.js';
import { translateDatabase } from './problems/translate.js';
import { ErasureController } from './privacy/erasure.controller.js';
import { Erasures } from './privacy/erasures.js';
import { PersonalDataController } from './privacy/personal-data.controller.js';
import { SensitivityController } from './privacy/sensitivity.controller.js';
import { ProcessController } from './process/process.controller.js';
import { Processes } from './process/processes.js';
import { Authority } from './registers/authority.js';
import { Changes } from './registers/changes.js';
import { Repeats } from './registers/repeats.js';
import { DemoSignInController } from './sign-in/demo-sign-in.controller.js';
import { Callers } from './sign-in/callers.js';
import { Issuers } from './sign-in/oidc/issuers.js';
import { SignIn } from './sign-in/oidc/sign-in.js';
import { SignInController } from './sign-in/oidc/sign-in.controller.js';
import { SignOutAddress } from './sign-in/oidc/sign-out-address.js';
import { OwnSessionsController } from './sign-in/own-sessions.controller.js';
import { RefusalLog } from './sign-in/refusal-log.js';
import { refusalPage } from './sign-in/refusal-page.js';
import { SessionController } from './sign-in/session.controller.js';
import { Sessions } from './sign-in/sessions.js';
import { SignInLimits } from './sign-in/sign-in-limits.js';
import { SignedInGuard } from './sign-in/signed-in.guard.js';
import { StreamController } from './stream/stream.controller.js';
import { Streams } from './stream/streams.js';
import { UnitRegister } from './units/unit-register.js';
import { UnitsController } from './units/units.controller.js';

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
