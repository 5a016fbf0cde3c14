import type { EntitySchema } from 'typeorm';
import { absences } from './tables/absence.js';
import { areas } from './tables/area.js';
import { auditEntries } from './tables/audit-entry.js';
import { enquiries } from './tables/enquiry.js';
import { organisations } from './tables/organisation.js';
import { persons } from './tables/person.js';
import { roleGrants } from './tables/role-grant.js';
import { requestAnswers } from './tables/request-answer.js';
import { sessions } from './tables/session.js';
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
import { UnitClosing1795737600020 } from './migrations/2026-11-27-20-unit-closing.js';
import { RequestAnswers1795737600021 } from './migrations/2026-11-27-21-request-answers.js';

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
  UnitClosing1795737600020,
  RequestAnswers1795737600021,
];
