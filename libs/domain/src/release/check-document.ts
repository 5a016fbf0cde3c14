import { attributeFaults } from './checks/attributes.js';
import { commandFaults } from './checks/commands.js';
import { deadlineFaults } from './checks/deadlines.js';
import { factFaults } from './checks/facts.js';
import { gateFaults } from './checks/gates.js';
import { itemFaults } from './checks/items.js';
import { ladderFaults } from './checks/ladders.js';
import { reachabilityFaults } from './checks/reachability.js';
import { meetingFaults } from './checks/meeting-kinds.js';
import { labelFaults } from './checks/labels.js';
import type { ProcessDocument } from '../process/process-document.js';

/**
 * Faults of a process document, one sentence each; empty when it can be released.
 *
 * 1. Everything a rule refers to exists: facts, fields, items, gates, phases, ladders, deadlines, roles, named rules.
 * 2. Every phase, and completion, can be reached without exceptional outcomes, and somebody always owes something.
 * 3. A client can fill in every fact: each required field offers a value, and every default and example is valid.
 */
export function checkDocument(document: ProcessDocument): string[] {
  return [
    ...labelFaults(document),
    ...gateFaults(document),
    ...itemFaults(document),
    ...factFaults(document),
    ...attributeFaults(document),
    ...meetingFaults(document),
    ...deadlineFaults(document),
    ...ladderFaults(document),
    ...commandFaults(document),
    ...reachabilityFaults(document),
  ];
}
