import { z } from 'zod';
import { caseId, localDate, person, phase, unitId, userId } from '../fields.js';

/** E-mail and phone are there for administrators, for who leads the person's unit, and for the person. */
export const personEntry = z
  .object({
    id: userId,
    name: z.string(),
    unit: unitId,
    staff: z.boolean(),
    active: z.boolean(),
    roles: z.array(z.object({ role: z.string(), unit: unitId })),
    email: z.string().nullable().optional(),
    phone: z.string().nullable().optional(),
    version: z.int(),
  })
  .meta({ id: 'PersonEntry' });

export const personList = z
  .object({ items: z.array(personEntry), next: z.string().nullable() })
  .meta({ id: 'PersonList' });

export const identityView = z
  .object({ issuer: z.enum(['staff', 'contacts']), linked: z.boolean() })
  .meta({ id: 'Identity' });

export const unitView = z
  .object({
    id: unitId,
    name: z.string(),
    parent: unitId.nullable(),
    holdsCases: z.boolean(),
    manager: person.nullable(),
    deputyManager: person.nullable(),
    closedOn: localDate.nullable(),
  })
  .meta({ id: 'Unit' });

export const unitList = z.object({ items: z.array(unitView), next: z.null() }).meta({ id: 'UnitList' });

export const roleView = z
  .object({ role: z.string(), unit: unitId, from: localDate, to: localDate.nullable() })
  .meta({ id: 'HeldRole' });

export const roleList = z.object({ items: z.array(roleView), next: z.null() }).meta({ id: 'HeldRoles' });

export const absenceView = z
  .object({
    person: userId,
    from: localDate,
    to: localDate.nullable(),
    substitute: person.nullable(),
    /** When the substitute is away too. */
    substituteAway: z.array(z.object({ from: localDate, to: localDate.nullable() })),
  })
  .meta({ id: 'Absence' });

export const absenceList = z.object({ items: z.array(absenceView), next: z.null() }).meta({ id: 'AbsenceList' });

export const importReport = z
  .object({
    dryRun: z.boolean(),
    /** False when nothing was written: a dry run, or a sheet with a row that is refused. */
    written: z.boolean(),
    rows: z.array(
      z.object({
        line: z.int(),
        outcome: z.enum(['CREATED', 'CHANGED', 'UNCHANGED', 'REFUSED']),
        person: userId.optional(),
        did: z.array(
          z.enum(['UNIT_ADDED', 'PERSON_ADDED', 'PERSON_CHANGED', 'ROLE_GIVEN', 'ROLE_CHANGED', 'IDENTITY_LINKED']),
        ),
        code: z.string().optional(),
        column: z.string().optional(),
        why: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'ImportReport' });

const caseInShort = z.object({ id: caseId, number: z.string(), title: z.string(), phase });

/** A case that the caller may not see is there without its name. */
const holdingFields = {
  kind: z.enum([
    'OWNED_CASE',
    'DEPUTY_CASE',
    'CONTACT_CASE',
    'HANDOVER',
    'CASE_ROLE',
    'AREA_CONTACT',
    'AREA_DEPUTY',
    'ROLE',
    'SUBSTITUTE',
  ]),
  collaboration: caseInShort.nullable().optional(),
  handover: z.string().optional(),
  area: z.string().optional(),
  role: z.string().optional(),
  unit: unitId.optional(),
  /** Who is away, and from when, where the person stands in. */
  absent: person.optional(),
  from: localDate.optional(),
};

export const holdingList = z
  .object({ items: z.array(z.object(holdingFields)), next: z.null() })
  .meta({ id: 'HoldingList' });

export const departureReport = z
  .object({
    person: userId,
    dryRun: z.boolean(),
    /** Everything is (or in a dry run: would be) handed over, and the person has left. */
    complete: z.boolean(),
    active: z.boolean(),
    lines: z.array(
      z.object({
        ...holdingFields,
        to: person.nullable(),
        outcome: z.enum(['WOULD', 'DONE', 'REFUSED', 'UNKNOWN', 'WAITING']),
        code: z.string().optional(),
        why: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'DepartureReport' });

export const movesReport = z
  .object({
    to: person,
    dryRun: z.boolean(),
    lines: z.array(
      z.object({
        id: caseId,
        number: z.string().optional(),
        title: z.string().optional(),
        outcome: z.enum(['WOULD', 'MOVED', 'ALREADY', 'REFUSED', 'UNKNOWN', 'NOT_TRIED']),
        code: z.string().optional(),
        why: z.string().optional(),
        /** It goes to another unit: send it over there. */
        needsHandover: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'MovesReport' });
