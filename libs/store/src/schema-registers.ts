import type { EntitySchema } from 'typeorm';
import { absences } from './people/absence.js';
import { apiTokens } from './access/api-token.js';
import { areas } from './people/area.js';
import { auditEntries } from './audit/audit-entry.js';
import { enquiries } from './cases/intake/enquiry.js';
import { identities } from './access/identity.js';
import { organisations } from './organisations/organisation.js';
import { persons } from './people/person.js';
import { requestAnswers } from './db/request-answer.js';
import { roleGrants } from './people/role-grant.js';
import { sensitiveCases } from './cases/lists/sensitive-case.js';
import { sessions } from './access/session.js';
import { signInAttempts } from './access/sign-in-attempt.js';
import { signInLinks } from './access/sign-in-link.js';
import { spokespersons } from './organisations/spokesperson.js';
import { units } from './people/unit.js';
import { People1795305600001 } from './db/migrations/2026-11-22-people.js';
import { Enquiries1795305600002 } from './db/migrations/2026-11-22-enquiries.js';
import { Areas1795305600003 } from './db/migrations/2026-11-22-areas.js';
import { Sessions1795305600004 } from './db/migrations/2026-11-22-sessions.js';
import { Departures1795737600001 } from './db/migrations/2026-11-27-01-departures.js';
import { Substitutes1795737600002 } from './db/migrations/2026-11-27-02-substitutes.js';
import { Spokespersons1795737600003 } from './db/migrations/2026-11-27-03-spokespersons.js';
import { Audit1795737600004 } from './db/migrations/2026-11-27-04-audit.js';
import { Identities1795737600010 } from './db/migrations/2026-11-27-10-identities.js';
import { SignInAttempts1795737600011 } from './db/migrations/2026-11-27-11-sign-in-attempts.js';
import { SessionLife1795737600012 } from './db/migrations/2026-11-27-12-session-life.js';
import { ApiTokens1795737600013 } from './db/migrations/2026-11-27-13-api-tokens.js';
import { UnitClosing1795737600020 } from './db/migrations/2026-11-27-20-unit-closing.js';
import { RequestAnswers1795737600021 } from './db/migrations/2026-11-27-21-request-answers.js';
import { SensitiveCases1795737600031 } from './db/migrations/2026-11-27-31-sensitive-cases.js';
import { OutsidePeople1795737600040 } from './db/migrations/2026-11-27-40-outside-people.js';
import { StaffIndex1795737600041 } from './db/migrations/2026-11-27-41-staff-index.js';
import { SignInLinks1795737600042 } from './db/migrations/2026-11-27-42-sign-in-links.js';

/** What a DataSource needs to know of the registers. */
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
