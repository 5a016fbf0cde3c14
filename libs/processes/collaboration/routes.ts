import { label } from './part.js';
import { contractManager, grantManager, procurementOfficer, receivingManager } from './receivers.js';
import type { Capacity, ProcessDocument, RouteRule } from '#domain/process/core.js';

const purchase: readonly Capacity[] = [procurementOfficer, receivingManager];
const agreement: readonly Capacity[] = [contractManager, receivingManager];

/** A purchase in which a notice and an award notice are required. */
const announced = { receivers: purchase, standstill: 'STATED', notice: true } satisfies Partial<RouteRule>;
const quiet = { standstill: 'NONE', notice: false } satisfies Partial<RouteRule>;

const REGULATION = 'Anskaffelsesforskriften';

/**
 * The sixteen ways into operation. Days are the phase's allowance: 30 outside the act, 60 Part I, 120 Part II, 180 Part III,
 * 540 innovation partnership; routes that the figures do not name take the nearest of these.
 */
export const routes = {
  DIRECT_BELOW_THRESHOLD: {
    label: label('Direkte kjøp under innslagspunktet', 'Direct purchase below the entry threshold'),
    receivers: purchase,
    slaDays: 30,
    ...quiet,
    source: 'Anskaffelsesloven: innslagspunkt 500 000 kr fra 2026-07-01 (kontroller gjeldende beløp)',
  },
  PART_I_COMPETITION: {
    label: label('Konkurranse etter del I', 'Competition under Part I'),
    receivers: purchase,
    slaDays: 60,
    ...quiet,
    source: `${REGULATION} del I`,
  },
  PART_II_NATIONAL: {
    label: label('Nasjonal kunngjøring, del II', 'National procedure, Part II'),
    ...announced,
    slaDays: 120,
    source: `${REGULATION} del II; lengden på karensperioden oppgis i meddelelsen`,
  },
  PART_III_EEA: {
    label: label('EØS-kunngjøring, del III', 'EEA procedure, Part III'),
    ...announced,
    standstill: 'REQUIRED',
    slaDays: 180,
    source: `${REGULATION} del III og § 25-2`,
  },
  INNOVATION_PARTNERSHIP: {
    label: label('Innovasjonspartnerskap', 'Innovation partnership'),
    ...announced,
    standstill: 'REQUIRED',
    slaDays: 540,
    source: `${REGULATION} del III, innovasjonspartnerskap`,
  },
  RD_EXEMPT_PCP: {
    label: label('FoU-unntaket, med eget kjøp etterpå', 'R&D exemption, with a separate purchase'),
    receivers: purchase,
    slaDays: 180,
    ...quiet,
    source: `${REGULATION} § 2-5`,
  },
  PART_IV_HEALTH_SOCIAL: {
    label: label('Helse- og sosialtjenester, del IV', 'Health and social services, Part IV'),
    ...announced,
    slaDays: 180,
    source: `${REGULATION} del IV`,
  },
  RESERVED_NON_PROFIT: {
    label: label('Reservert for ideelle organisasjoner', 'Reserved for non-profit organisations'),
    ...announced,
    slaDays: 180,
    source: `${REGULATION} § 30-2 a; bestemmelsen må vises til i kunngjøringen`,
  },
  CONCESSION: {
    label: label('Tjenestekonsesjon', 'Service concession'),
    ...announced,
    slaDays: 180,
    source: 'Konsesjonskontraktforskriften',
  },
  GRANT: {
    label: label('Tilskudd', 'Grant'),
    receivers: [grantManager, receivingManager],
    slaDays: 60,
    ...quiet,
  },
  PARTNERSHIP_AGREEMENT: {
    label: label('Partnerskapsavtale', 'Partnership agreement'),
    receivers: agreement,
    slaDays: 60,
    ...quiet,
  },
  OUTCOME_CONTRACT: {
    label: label('Effektkontrakt', 'Outcome contract'),
    ...announced,
    slaDays: 180,
    source: 'Anskaffelsesreglene gjelder også for effektkontrakter',
  },
  THIRD_PARTY_OPERATION: {
    label: label('Drift hos en tredjepart', 'Operation by a third party'),
    receivers: agreement,
    slaDays: 60,
    ...quiet,
  },
  CO_OWNERSHIP: {
    label: label('Eierkonsortium', 'Ownership consortium'),
    receivers: agreement,
    slaDays: 120,
    ...quiet,
  },
  JOINT_MODEL: {
    label: label('Felles forretningsmodell', 'Joint business model'),
    receivers: agreement,
    slaDays: 60,
    ...quiet,
  },
  IN_HOUSE: {
    label: label('Kommunen drifter selv', 'In-house operation'),
    receivers: [receivingManager],
    slaDays: 30,
    ...quiet,
  },
} satisfies ProcessDocument['routes'];
