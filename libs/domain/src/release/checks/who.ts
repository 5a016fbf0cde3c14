import { isDuty } from '../../deadline/duties.js';
import { PARTICIPANT_ROLES, PARTY_PREFIX } from '../../policy/roles.js';
import { UNIT_PLACES } from '../../process/process-document.js';
import type { ProcessDocument, Who } from '../../process/process-document.js';

const RELATIONS: ReadonlySet<string> = new Set([
  'owner',
  'deputy',
  'contact',
  'sender',
  'receiver',
  'entrepreneur',
  'manager',
  'asked',
  'approver',
  'debtHolder',
  'stepOwner',
  'meetingPlanner',
]);
const PLACES: ReadonlySet<string> = new Set(['case', ...UNIT_PLACES, 'any']);

/** An empty rule, and each entry that is no valid `Who`. */
export function whoFaults(document: ProcessDocument, where: string, rule: readonly Who[]): string[] {
  const unknown = rule.filter((who) => !isWho(document, who)).map((who) => `${where}: nobody is '${who}'`);
  return rule.length > 0 ? unknown : [`${where}: nobody may`];
}

/** Whether somebody can owe or be owed in this role. */
export function isPartyRole(document: ProcessDocument, role: string): boolean {
  return RELATIONS.has(role) || isDuty(role) || role in document.roles;
}

function isWho(document: ProcessDocument, who: Who): boolean {
  if (who.startsWith(PARTY_PREFIX)) return PARTICIPANT_ROLES.has(who.slice(PARTY_PREFIX.length));
  const [role = '', place] = who.split('@');
  return place === undefined ? RELATIONS.has(role) : role in document.roles && PLACES.has(place);
}

const SLOT = /^(owner|deputy|contact|entrepreneur|debtor|(manager-of|above):(case|receiver|asked))$/;
const ROLE_SLOT = /^role:([a-z]+)@(case|any)$/;

/** Whether a ladder may send to this slot. */
export function isSlot(document: ProcessDocument, slot: string): boolean {
  const role = ROLE_SLOT.exec(slot)?.[1];
  return role === undefined ? SLOT.test(slot) : role in document.roles;
}
