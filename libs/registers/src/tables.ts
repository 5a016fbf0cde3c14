import type { EntitySchema } from 'typeorm';
import { absences } from './tables/absence.js';
import { apiTokens } from './tables/api-token.js';
import { areas } from './tables/area.js';
import { auditEntries } from './tables/audit-entry.js';
import { enquiries } from './tables/enquiry.js';
import { identities } from './tables/identity.js';
import { organisations } from './tables/organisation.js';
import { persons } from './tables/person.js';
import { requestAnswers } from './tables/request-answer.js';
import { roleGrants } from './tables/role-grant.js';
import { sensitiveCases } from './tables/sensitive-case.js';
import { sessions } from './tables/session.js';
import { signInAttempts } from './tables/sign-in-attempt.js';
import { signInLinks } from './tables/sign-in-link.js';
import { spokespersons } from './tables/spokesperson.js';
import { units } from './tables/unit.js';
import { People1795305600001 } from './migrations/2026-11-22-people.js';
import { Enquiries1795305600002 } from './migrations/2026-11-22-enquiries.js';
import { Areas1795305600003 } from './migrations/2026-11-22-areas.js';
import { Sessions1795305600004 } from './migrations/2026-11-22-sessions.js';
import { Departures1795737600001 } from './migrations/2026-11-27-01-departures.js';
import { Substitutes1795737600002 } from './migrations/2026-11-27-02-substitutes.js';
import { Spokespersons1795737600003 } from './migrations/2026-11-27-03-spokespersons.js';
import { Audit1795737600004 } from './migrations/2026-11-27-04-audit.js';
import { Identities1795737600010 } from './migrations/2026-11-27-10-identities.js';
import { SignInAttempts1795737600011 } from './migrations/2026-11-27-11-sign-in-attempts.js';
import { SessionLife1795737600012 } from './migrations/2026-11-27-12-session-life.js';
import { ApiTokens1795737600013 } from './migrations/2026-11-27-13-api-tokens.js';
import { UnitClosing1795737600020 } from './migrations/2026-11-27-20-unit-closing.js';
import { RequestAnswers1795737600021 } from './migrations/2026-11-27-21-request-answers.js';
import { SensitiveCases1795737600031 } from './migrations/2026-11-27-31-sensitive-cases.js';
import { OutsidePeople1795737600040 } from './migrations/2026-11-27-40-outside-people.js';
import { StaffIndex1795737600041 } from './migrations/2026-11-27-41-staff-index.js';
import { SignInLinks1795737600042 } from './migrations/2026-11-27-42-sign-in-links.js';

export const registerEntities: EntitySchema[] = [
  units,
  persons,
  roleGrants,
  absences,
  organisations,
  enquiries,
  areas,
  sessions,
  spokespersons,
  auditEntries,
  identities,
  signInAttempts,
  apiTokens,
  signInLinks,
  sensitiveCases,
  requestAnswers,
] as EntitySchema[];

export const registerMigrations = [
  People1795305600001,
  Enquiries1795305600002,
  Areas1795305600003,
  Sessions1795305600004,
  Departures1795737600001,
  Substitutes1795737600002,
  Spokespersons1795737600003,
  Audit1795737600004,
  Identities1795737600010,
  SignInAttempts1795737600011,
  SessionLife1795737600012,
  ApiTokens1795737600013,
  UnitClosing1795737600020,
  RequestAnswers1795737600021,
  SensitiveCases1795737600031,
  OutsidePeople1795737600040,
  StaffIndex1795737600041,
  SignInLinks1795737600042,
];
