import type { Schemas } from '../../api/client.js';

export const CHANNELS = ['phone', 'email', 'event', 'referral'] as const;

/** What is written in the form while somebody is on the telephone. */
export interface IntakeDraft {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly organisation: string;
  /** Nine digits; of a known organisation it is filled in. */
  readonly number: string;
  readonly title: string;
  readonly description: string;
  readonly channel: (typeof CHANNELS)[number];
  /** `area:<id>` or `unit:<id>`; empty when nobody knows yet. */
  readonly place: string;
  /** Who gets the case at once. */
  readonly to: string;
}

/** The key is the same for every try to send these words, also after the page was closed. */
export interface KeptIntake {
  readonly draft: IntakeDraft;
  readonly key: string;
}

export const EMPTY_INTAKE: IntakeDraft = {
  name: '',
  phone: '',
  email: '',
  organisation: '',
  number: '',
  title: '',
  description: '',
  channel: 'phone',
  place: '',
  to: '',
};

export type IntakeField = keyof IntakeDraft;
type Fault = 'missing' | 'refused' | 'number' | 'email' | 'phone';
export type IntakeFaults = Readonly<Partial<Record<IntakeField, Fault>>>;

/** What is missing before a case can be opened, and before it can be given to somebody. */
export function faultsIn(draft: IntakeDraft, isGiven: boolean): IntakeFaults {
  const required: readonly IntakeField[] = ['name', 'phone', 'title', ...(isGiven ? (['place', 'to'] as const) : [])];
  const faults: Partial<Record<IntakeField, Fault>> = {};
  if (draft.email.trim() !== '' && !/^\S+@\S+\.\S+$/.test(draft.email.trim())) faults.email = 'email';
  if (draft.phone.replace(/\D/g, '').length < SHORTEST_PHONE) faults.phone = 'phone';
  for (const field of required) if (draft[field].trim() === '') faults[field] = 'missing';
  return faults;
}

const SHORTEST_PHONE = 5;

const FIELD_AT: Readonly<Record<string, readonly [IntakeField, Fault]>> = {
  '/contact/name': ['name', 'refused'],
  '/contact/phone': ['phone', 'phone'],
  '/contact/email': ['email', 'email'],
  '/organisation/name': ['organisation', 'refused'],
  '/organisation/number': ['number', 'number'],
  '/title': ['title', 'refused'],
  '/description': ['description', 'refused'],
  '/unit': ['place', 'refused'],
  '/area': ['place', 'refused'],
};

/** What the server found wrong, at its fields. */
export const faultsFrom = ({ errors = [] }: Schemas['Problem']): IntakeFaults =>
  Object.fromEntries(errors.flatMap(({ pointer }) => (FIELD_AT[pointer] ? [FIELD_AT[pointer]] : [])));

/** The request. What is left empty is left out; a case about which no more was said is described by its title. */
export function bodyOf(draft: IntakeDraft): Schemas['OpeningInput'] {
  const { name, phone, email, organisation, number, title, description, channel, place } = draft;
  const [kind, id = ''] = place.split(':');
  return {
    title,
    description: description.trim() === '' ? title : description,
    contact: { name, phone, ...(email.trim() !== '' && { email: email.trim() }) },
    ...(organisation.trim() !== '' && {
      organisation: { name: organisation, ...(number.trim() !== '' && { number }) },
    }),
    ...(kind === 'area' && { area: id }),
    ...(kind === 'unit' && { unit: id }),
    channel,
    origin: 'enquiry',
  };
}

/** The call in words, for a case that is there already. */
export const noteOf = ({ name, phone, title, description }: IntakeDraft, called: (who: string) => string): string =>
  [called([name, phone].filter(Boolean).join(', ')), title, description].filter((it) => it.trim() !== '').join('\n');
