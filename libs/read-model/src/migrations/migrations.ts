import { Events1795420800000 } from './2026-11-23-01-events.js';
import { ProcessVersions1795420860000 } from './2026-11-23-02-process-versions.js';
import { WrittenOnce1795420920000 } from './2026-11-23-03-written-once.js';
import { Collaborations1795420980000 } from './2026-11-23-04-collaborations.js';
import { Deadlines1795421040000 } from './2026-11-23-05-deadlines.js';
import { Handovers1795421100000 } from './2026-11-23-06-handovers.js';
import { Custody1795421160000 } from './2026-11-23-07-custody.js';
import { Letters1795421220000 } from './2026-11-23-08-letters.js';
import { Texts1795421280000 } from './2026-11-23-09-texts.js';
import { StartRequests1795421340000 } from './2026-11-23-10-start-requests.js';
import { CaseNumbers1795421400000 } from './2026-11-23-11-case-numbers.js';
import { Installation1795421460000 } from './2026-11-23-12-installation.js';
import { Heartbeats1795421520000 } from './2026-11-23-13-heartbeats.js';
import { Diverged1795421580000 } from './2026-11-23-14-diverged.js';
import { Parties1795737660015 } from './2026-11-27-15-parties.js';
import { CasesOfOrganisation1795737600043 } from './2026-11-27-43-cases-of-organisation.js';
import { OpeningsOnly1795737600030 } from './2026-11-27-30-openings-only.js';

/** In execution order. Never edit a released migration. */
export const readModelMigrations = [
  Events1795420800000,
  ProcessVersions1795420860000,
  WrittenOnce1795420920000,
  Collaborations1795420980000,
  Deadlines1795421040000,
  Handovers1795421100000,
  Custody1795421160000,
  Letters1795421220000,
  Texts1795421280000,
  StartRequests1795421340000,
  CaseNumbers1795421400000,
  Installation1795421460000,
  Heartbeats1795421520000,
  Diverged1795421580000,
  Parties1795737660015,
  CasesOfOrganisation1795737600043,
  OpeningsOnly1795737600030,
];
