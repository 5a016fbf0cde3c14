import { CaseNumberTable } from './case-number.js';
import { CollaborationTable } from './collaboration.js';
import { CustodyTable } from './custody.js';
import { DeadlineTable } from './deadline.js';
import { DivergedTable } from './diverged.js';
import { EventTable } from './event.js';
import { HandoverTable } from './handover.js';
import { HeartbeatTable } from './heartbeat.js';
import { InstallationTable } from './installation.js';
import { LetterTable } from './letter.js';
import { PartyTable } from './party.js';
import { ProcessVersionTable } from './process-version.js';
import { StartRequestTable } from './start-request.js';
import { TextTable } from './text.js';

export const readModelEntities = [
  CaseNumberTable,
  CollaborationTable,
  CustodyTable,
  DeadlineTable,
  DivergedTable,
  EventTable,
  HandoverTable,
  HeartbeatTable,
  InstallationTable,
  LetterTable,
  PartyTable,
  ProcessVersionTable,
  StartRequestTable,
  TextTable,
];
