import { commandFaults } from './checks/commands.js';
import { deadlineFaults } from './checks/deadlines.js';
import { factFaults } from './checks/facts.js';
import { gateFaults } from './checks/gates.js';
import { itemFaults } from './checks/items.js';
import { ladderFaults } from './checks/ladders.js';
import { roadFaults } from './checks/roads.js';
import { wordFaults } from './checks/words.js';
import type { ProcessDocument } from '../process/core.js';

/**
 * What is wrong with a process document, a sentence a fault; empty when it can be released.
 *
 * 1. Everything a rule refers to exists: facts, items, gates, phases, ladders, deadlines, roles, named rules.
 * 2. From the start every phase, and completion, can be reached on the ordinary road, and a case is never without a debt.
 * 3. What a program is told to fill in, it can: each required field has a value to take, and each value is valid.
 */
export function check(document: ProcessDocument): string[] {
  return [
    ...wordFaults(document),
    ...gateFaults(document),
    ...itemFaults(document),
    ...factFaults(document),
    ...deadlineFaults(document),
    ...ladderFaults(document),
    ...commandFaults(document),
    ...roadFaults(document),
  ];
}
