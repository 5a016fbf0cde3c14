import { isAdmin } from './administration.js';
import { MANAGER_ROLES } from './permits.js';
import type { UnitId } from '../model/case.js';
import type { Actor } from '../model/command.js';

/** Roles whose holders have cases in their unit, and so open them there. */
const CASE_HOLDING_ROLES: readonly string[] = ['saksbehandler', ...MANAGER_ROLES];

const isFrontLine = ({ grants }: Actor): boolean => grants.some(({ role }) => role === 'mottak');

/** Whoever opens a case in a unit where they have cases is its case handler; the front line only receives it. */
export const hasCasesIn = ({ grants }: Actor, unit: UnitId): boolean =>
  grants.some((grant) => grant.unit === unit && CASE_HOLDING_ROLES.includes(grant.role));

/** Who has cases in a unit opens them there; the front line receives for every unit. */
export const canOpenCaseIn = (actor: Actor, unit: UnitId): boolean => isFrontLine(actor) || hasCasesIn(actor, unit);

/**
 * Who may name somebody to speak for a whole organisation. To have one of its cases gives no such right: anybody opens a
 * case with the number of an organisation that they do not know. Whoever is named speaks when somebody else has confirmed it.
 */
export const canNameSpeakers = (actor: Actor): boolean => isFrontLine(actor) || isAdmin(actor);
