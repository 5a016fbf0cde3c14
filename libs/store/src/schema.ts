import { CaseNumberTable } from './cases/history/case-number.js';
import { CollaborationTable } from './cases/views/collaboration.js';
import { CustodyTable } from './cases/views/custody.js';
import { DeadlineTable } from './cases/views/deadline.js';
import { DivergedTable } from './cases/history/diverged.js';
import { EventTable } from './cases/history/event.js';
import { HandoverTable } from './cases/views/handover.js';
import { HeartbeatTable } from './installation/tables/heartbeat.js';
import { InstallationTable } from './installation/tables/installation.js';
import { LetterTable } from './mailroom/letter.js';
import { PartyTable } from './cases/views/party.js';
import { ProcessVersionTable } from './process/process-version.js';
import { StartRequestTable } from './cases/start-request.js';
import { TextTable } from './cases/texts/text.js';

/** All tables of this library: events, views that can be rebuilt from them, and the few rows that keep the house running. */
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
