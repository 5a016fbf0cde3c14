export const LOG_KINDS = [
  'signedIn',
  'signInFailed',
  'signedOut',
  'sessionsEnded',
  'linkAsked',
  'refused',
  'sensitiveRead',
  'sensitivityChanged',
  'personChanged',
  'roleChanged',
  'unitChanged',
  'absenceChanged',
  'contactChanged',
  'casesMoved',
  'tokenChanged',
  'rulesChanged',
  'backupRestored',
  'personalDataExported',
  'personErased',
  'auditExported',
] as const;

export type LogKind = (typeof LOG_KINDS)[number];

/** What stands in the address of the log. Days are local dates. */
export interface LogFilter {
  readonly hva?: LogKind;
  readonly av?: string;
  readonly gjelder?: string;
  readonly fra?: string;
  readonly til?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const textIn = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

export function logFilterIn({ hva, av, gjelder, fra, til }: Readonly<Record<string, unknown>>): LogFilter {
  const kind = LOG_KINDS.find((it) => it === hva);
  const [by, subject] = [textIn(av), textIn(gjelder)];
  return {
    ...(kind && { hva: kind }),
    ...(by !== undefined && { av: by }),
    ...(subject !== undefined && { gjelder: subject }),
    ...(typeof fra === 'string' && DAY.test(fra) && { fra }),
    ...(typeof til === 'string' && DAY.test(til) && { til }),
  };
}

/** What was done to a person, role, unit, contact or absence, and how somebody signed in, where there is a word for it. */
export const LOG_DEEDS = [
  'added',
  'changed',
  'confirmed',
  'ended',
  'given',
  'identityLinked',
  'identityTakenAway',
  'left',
  'replaced',
  'returned',
  'revoked',
] as const;
export const LOG_METHODS = ['demo', 'oidc', 'link'] as const;
