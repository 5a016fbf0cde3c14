import type { Schemas } from '../../api/client.js';

/** What is written in the form, as it stands in the fields. */
export interface EnquiryDraft {
  readonly organisation: string;
  readonly number: string;
  readonly title: string;
  readonly description: string;
  readonly area: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

export type FieldName = keyof EnquiryDraft;

export const EMPTY_ENQUIRY: EnquiryDraft = {
  organisation: '',
  number: '',
  title: '',
  description: '',
  area: '',
  name: '',
  email: '',
  phone: '',
};

export const STEPS = ['who', 'idea', 'contact'] as const;
export type StepName = (typeof STEPS)[number];

export const FIELDS_OF: Readonly<Record<StepName, readonly FieldName[]>> = {
  who: ['organisation', 'number'],
  idea: ['title', 'description', 'area'],
  contact: ['name', 'email', 'phone'],
};

const REQUIRED: ReadonlySet<FieldName> = new Set<FieldName>(['organisation', 'title', 'description', 'name', 'email']);

/** Letters that a field may have. A field does not cut what is pasted: it says that it is too long. */
export const MOST_OF: Readonly<Record<FieldName, number>> = {
  organisation: 200,
  number: 40,
  title: 200,
  description: 10_000,
  area: 60,
  name: 200,
  email: 254,
  phone: 40,
};

/** Where the server finds what stands in a field. */
const FIELD_AT: Readonly<Record<string, FieldName>> = {
  '/organisation/name': 'organisation',
  '/organisation/number': 'number',
  '/title': 'title',
  '/description': 'description',
  '/area': 'area',
  '/contact/name': 'name',
  '/contact/email': 'email',
  '/contact/phone': 'phone',
};

export type FieldFault = 'required' | 'number' | 'email' | 'phone' | 'long' | 'refused';
export type Faults = Readonly<Partial<Record<FieldName, FieldFault>>>;

/** What must be written before the next step; the server judges the rest when it is sent. */
export function faultsIn(draft: EnquiryDraft, step: StepName): Faults {
  const faults: Partial<Record<FieldName, FieldFault>> = {};
  for (const field of FIELDS_OF[step]) {
    const value = draft[field].trim();
    if (value === '' && REQUIRED.has(field)) faults[field] = 'required';
    else if (field === 'number' && value !== '' && !isOrganisationNumber(value)) faults[field] = 'number';
    else if (value.normalize('NFC').length > MOST_OF[field]) faults[field] = 'long';
    else if (field === 'email' && !/^\S+@\S+\.\S+$/.test(value)) faults[field] = 'email';
    else if (field === 'phone' && value !== '' && value.replaceAll(/\D/g, '').length < FEWEST_DIGITS)
      faults[field] = 'phone';
  }
  return faults;
}

/** The shortest number that one can be called on. */
const FEWEST_DIGITS = 5;

const WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2];

/** Nine digits, however they are grouped, of which the last one checks the others. */
function isOrganisationNumber(written: string): boolean {
  const digits = written.replaceAll(/\D/g, '');
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return digits.length === 9 && (11 - (sum % 11)) % 11 === Number(digits[8]);
}

/** What the server found wrong, at its fields. */
export function faultsFrom({ errors = [] }: Schemas['Problem']): Faults {
  const found = errors.flatMap(({ pointer }) => {
    const field = FIELD_AT[pointer];
    if (field === undefined) return [];
    return [[field, field === 'number' || field === 'email' || field === 'phone' ? field : 'refused'] as const];
  });
  return Object.fromEntries(found);
}

export const stepOf = (field: FieldName): StepName => STEPS.find((step) => FIELDS_OF[step].includes(field)) ?? 'who';

/** The request. Fields left empty are left out. */
export function bodyOf(draft: EnquiryDraft): Schemas['EnquiryInput'] {
  const { organisation, number, title, description, area, name, email, phone } = draft;
  return {
    organisation: { name: organisation, ...(number.trim() !== '' && { number }) },
    contact: { name, email, ...(phone.trim() !== '' && { phone }) },
    title,
    description,
    ...(area !== '' && { area }),
    channel: 'web',
  };
}
