/** Roles that somebody outside the municipality can have in a case. */
export const OUTSIDE_ROLES: ReadonlySet<string> = new Set(['utviklingspartner', 'henviser', 'eier', 'radgiver']);

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
  'evalueringsgruppe',
  ...OUTSIDE_ROLES,
]);
