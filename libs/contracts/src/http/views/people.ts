import { z } from 'zod';
import { caseId, localDate, person, phase, unitId, userId } from '../fields.js';

/** Only administrators, leaders of the person's unit and the person get `email` and `phone`. */
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
    /** Periods in which the substitute is absent too. */
    substituteAway: z.array(z.object({ from: localDate, to: localDate.nullable() })),
  })
  .meta({ id: 'Absence' });

export const absenceList = z.object({ items: z.array(absenceView), next: z.null() }).meta({ id: 'AbsenceList' });

export const importReport = z
  .object({
    dryRun: z.boolean(),
    /** False when nothing was written: in a dry run, or when any row is refused. */
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

const caseSummary = z.object({ id: caseId, number: z.string(), title: z.string(), phase });

/** `collaboration` is null when the caller may not see the case. */
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
  collaboration: caseSummary.nullable().optional(),
  handover: z.string().optional(),
  area: z.string().optional(),
  role: z.string().optional(),
  unit: unitId.optional(),
  /** For `SUBSTITUTE`: the absent person, whose absence begins at `from`. */
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
    /** True when everything is handed over and the person has left; in a dry run, when it would be. */
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
        /** The new owner belongs to another unit, so the case needs a handover. */
        needsHandover: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'MovesReport' });
