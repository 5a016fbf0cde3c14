/** Every role that a person may be given. What a role may do stands in the process document. */

/** Held in a unit, and in force there alone. */
export const UNIT_ROLES = [
  'saksbehandler',
  'leder',
  'nestleder',
  'mentor',
  'pilotleder',
  'driftsansvarlig',
  'kommunalsjef',
] as const;

/** Without a unit of their own: in force everywhere. */
export const EVERYWHERE_ROLES = [
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
export const OUTSIDE_ROLES = ['entreprenor', 'eier', 'utviklingspartner', 'henviser', 'radgiver'] as const;

export const ROLES = [...UNIT_ROLES, ...EVERYWHERE_ROLES, ...OUTSIDE_ROLES] as const;

export type Role = (typeof ROLES)[number];

export const isUnitRole = (role: string): boolean => (UNIT_ROLES as readonly string[]).includes(role);

export const isOutsideRole = (role: string): boolean => (OUTSIDE_ROLES as readonly string[]).includes(role);

export const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text);
