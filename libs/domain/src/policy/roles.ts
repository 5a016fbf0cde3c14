import type { Who } from '../process/process-document.js';

/** Every role there is. The process document says what a role may do in a case. */

/** Valid only in the unit where they are held. */
const UNIT_ROLES = [
  'saksbehandler',
  'leder',
  'nestleder',
  'mentor',
  'pilotleder',
  'driftsansvarlig',
  'kommunalsjef',
] as const;

/** Valid in every unit. */
const MUNICIPALITY_WIDE_ROLES = [
  'mottak',
  'mentorkoordinator',
  'kommunedirektor',
  'innkjoper',
  'kontraktsforvalter',
  'gevinstansvarlig',
  'evaluator',
  'controller',
  'jurist',
  'personvern',
  'tilskuddsforvalter',
  'klageorgan',
  'redaktor',
  'politikk',
  'admin',
] as const;

/** For people outside the municipality: they give access only to cases in which the person takes part. */
const OUTSIDE_ROLES = ['entreprenor', 'eier', 'utviklingspartner', 'henviser', 'radgiver'] as const;

export const ROLES = [...UNIT_ROLES, ...MUNICIPALITY_WIDE_ROLES, ...OUTSIDE_ROLES] as const;

type Role = (typeof ROLES)[number];

/** Begins a `Who` for people who were given the role in the case. */
export const PARTY_PREFIX = 'party:';

/** The evaluation group, which evaluates the tenders of a case. */
export const EVALUATION_GROUP = 'evalueringsgruppe';

/** Roles in a case that one person has at a time, and which make something that person's job. */
export const DUTY_ROLES: ReadonlySet<string> = new Set([
  'mentor',
  'pilotleder',
  'innkjoper',
  'kontraktsforvalter',
  'tilskuddsforvalter',
  'driftsansvarlig',
  'evaluator',
]);

/** Roles that a person can be given in a single case for a period (domain.md A22, A23, A56). */
export const PARTICIPANT_ROLES: ReadonlySet<string> = new Set([
  'saksbehandler',
  'mentor',
  'pilotleder',
  'innkjoper',
  'kontraktsforvalter',
  'tilskuddsforvalter',
  'driftsansvarlig',
  'jurist',
  'evaluator',
  'klageorgan',
  EVALUATION_GROUP,
  ...OUTSIDE_ROLES.filter((role) => role !== 'entreprenor'),
]);

export const isUnitRole = (role: string): boolean => (UNIT_ROLES as readonly string[]).includes(role);

export const isOutsideRole = (role: string): boolean => (OUTSIDE_ROLES as readonly string[]).includes(role);

/** Whether a rule is for people who were given an outside role in the case. */
export const isForOutsideRole = (who: Who): boolean =>
  who.startsWith(PARTY_PREFIX) && isOutsideRole(who.slice(PARTY_PREFIX.length));

export const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text);
