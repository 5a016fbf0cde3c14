/** Every role that there is. What a role may do stands in the process document. */

/** Held in a unit, and in force there alone. */
const UNIT_ROLES = [
  'saksbehandler',
  'leder',
  'nestleder',
  'mentor',
  'pilotleder',
  'driftsansvarlig',
  'kommunalsjef',
] as const;

/** Without a unit of their own: in force everywhere. */
const EVERYWHERE_ROLES = [
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

/** Held by people outside the municipality: they open nothing but what the person is a party to. */
const OUTSIDE_ROLES = ['entreprenor', 'eier', 'utviklingspartner', 'henviser', 'radgiver'] as const;

export const ROLES = [...UNIT_ROLES, ...EVERYWHERE_ROLES, ...OUTSIDE_ROLES] as const;

type Role = (typeof ROLES)[number];

/** The evaluation group, who judge the tenders of a case. */
export const JUDGES = 'evalueringsgruppe';

/** Roles that somebody can be given in one case, from a day to a day (domain.md A22, A23, A56). */
export const PARTY_ROLES: ReadonlySet<string> = new Set([
  'saksbehandler',
  'mentor',
  'pilotleder',
  'innkjoper',
  'kontraktsforvalter',
  'driftsansvarlig',
  'jurist',
  'evaluator',
  'klageorgan',
  JUDGES,
  ...OUTSIDE_ROLES.filter((role) => role !== 'entreprenor'),
]);

export const isUnitRole = (role: string): boolean => (UNIT_ROLES as readonly string[]).includes(role);

export const isOutsideRole = (role: string): boolean => (OUTSIDE_ROLES as readonly string[]).includes(role);

export const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text);
