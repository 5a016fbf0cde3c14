import { label } from '#domain/process/label.js';
import { contractManager, grantManager, procurementOfficer, receivingManager } from './receivers.js';
import type { Capacity, ProcessDocument, RouteRule } from '#domain/process/process-document.js';

const purchaseReceivers: readonly Capacity[] = [procurementOfficer, receivingManager];
const agreementReceivers: readonly Capacity[] = [contractManager, receivingManager];

/** A purchase that requires a contract notice and an award notice. */
const announcedPurchase = {
  receivers: purchaseReceivers,
  standstill: 'STATED',
  notice: true,
  paid: true,
} satisfies Partial<RouteRule>;
const unannounced = { standstill: 'NONE', notice: false } satisfies Partial<RouteRule>;

const REGULATION = 'Anskaffelsesforskriften';

/**
 * The sixteen routes to operation. `slaDays`: 30 outside the procurement act, 60 Part I, 120 Part II, 180 Part III, 540
 * innovation partnership; other routes have the nearest of these.
 */
export const routes = {
  DIRECT_BELOW_THRESHOLD: {
    label: label('Direkte kjøp under innslagspunktet', 'Direct purchase below the entry threshold'),
    receivers: purchaseReceivers,
    slaDays: 30,
    ...unannounced,
    paid: true,
    source: 'Anskaffelsesloven: innslagspunkt 500 000 kr fra 2026-07-01 (kontroller gjeldende beløp)',
  },
  PART_I_COMPETITION: {
    label: label('Konkurranse etter del I', 'Competition under Part I'),
    receivers: purchaseReceivers,
    slaDays: 60,
    ...unannounced,
    paid: true,
    source: `${REGULATION} del I`,
  },
  PART_II_NATIONAL: {
    label: label('Nasjonal kunngjøring, del II', 'National procedure, Part II'),
    ...announcedPurchase,
    slaDays: 120,
    source: `${REGULATION} del II; lengden på karensperioden oppgis i meddelelsen`,
  },
  PART_III_EEA: {
    label: label('EØS-kunngjøring, del III', 'EEA procedure, Part III'),
    ...announcedPurchase,
    standstill: 'REQUIRED',
    slaDays: 180,
    source: `${REGULATION} del III og § 25-2`,
  },
  INNOVATION_PARTNERSHIP: {
    label: label('Innovasjonspartnerskap', 'Innovation partnership'),
    ...announcedPurchase,
    standstill: 'REQUIRED',
    slaDays: 540,
    source: `${REGULATION} del III, innovasjonspartnerskap`,
  },
  RD_EXEMPT_PCP: {
    label: label('FoU-unntaket, med eget kjøp etterpå', 'R&D exemption, with a separate purchase'),
    receivers: purchaseReceivers,
    slaDays: 180,
    ...unannounced,
    paid: true,
    source: `${REGULATION} § 2-5`,
  },
  PART_IV_HEALTH_SOCIAL: {
    label: label('Helse- og sosialtjenester, del IV', 'Health and social services, Part IV'),
    ...announcedPurchase,
    slaDays: 180,
    source: `${REGULATION} del IV`,
  },
  RESERVED_NON_PROFIT: {
    label: label('Reservert for ideelle organisasjoner', 'Reserved for non-profit organisations'),
    ...announcedPurchase,
    slaDays: 180,
    source: `${REGULATION} § 30-2 a; bestemmelsen må vises til i kunngjøringen`,
  },
  CONCESSION: {
    label: label('Tjenestekonsesjon', 'Service concession'),
    ...announcedPurchase,
    slaDays: 180,
    source: 'Konsesjonskontraktforskriften',
  },
  GRANT: {
    label: label('Tilskudd', 'Grant'),
    receivers: [grantManager, receivingManager],
    slaDays: 60,
    ...unannounced,
  },
  PARTNERSHIP_AGREEMENT: {
    label: label('Partnerskapsavtale', 'Partnership agreement'),
    receivers: agreementReceivers,
    slaDays: 60,
    ...unannounced,
  },
  OUTCOME_CONTRACT: {
    label: label('Effektkontrakt', 'Outcome contract'),
    ...announcedPurchase,
    slaDays: 180,
    source: 'Anskaffelsesreglene gjelder også for effektkontrakter',
  },
  THIRD_PARTY_OPERATION: {
    label: label('Drift hos en tredjepart', 'Operation by a third party'),
    receivers: agreementReceivers,
    slaDays: 60,
    ...unannounced,
  },
  CO_OWNERSHIP: {
    label: label('Eierkonsortium', 'Ownership consortium'),
    receivers: agreementReceivers,
    slaDays: 120,
    ...unannounced,
  },
  JOINT_MODEL: {
    label: label('Felles forretningsmodell', 'Joint business model'),
    receivers: agreementReceivers,
    slaDays: 60,
    ...unannounced,
  },
  IN_HOUSE: {
    label: label('Kommunen drifter selv', 'In-house operation'),
    receivers: [receivingManager],
    slaDays: 30,
    ...unannounced,
    inHouse: true,
  },
} satisfies ProcessDocument['routes'];
