import { Shared1795910460000 } from './db/migrations/2026-11-29-01-shared.js';
import { Installation1795910520000 } from './db/migrations/2026-11-29-02-installation.js';
import { Process1795910580000 } from './db/migrations/2026-11-29-03-process.js';
import { Audit1795910640000 } from './db/migrations/2026-11-29-04-audit.js';
import { People1795910700000 } from './db/migrations/2026-11-29-05-people.js';
import { Organisations1795910760000 } from './db/migrations/2026-11-29-06-organisations.js';
import { Access1795910820000 } from './db/migrations/2026-11-29-07-access.js';
import { Mailroom1795910880000 } from './db/migrations/2026-11-29-08-mailroom.js';
import { Cases1795910940000 } from './db/migrations/2026-11-29-09-cases.js';
import { Documents1795911000000 } from './db/migrations/2026-11-29-10-documents.js';
import { Search1795911060000 } from './db/migrations/2026-11-29-11-search.js';

/**
 * In the order they are run, which is that of the instants in their names. These make today's schema: one a context, and for
 * cases one each for documents and for search. Once a release has gone out, a change of the schema is a migration of its own
 * at the end, and none of these is edited again.
 */
export const migrations = [
  Shared1795910460000,
  Installation1795910520000,
  Process1795910580000,
  Audit1795910640000,
  People1795910700000,
  Organisations1795910760000,
  Access1795910820000,
  Mailroom1795910880000,
  Cases1795910940000,
  Documents1795911000000,
  Search1795911060000,
] as const;
