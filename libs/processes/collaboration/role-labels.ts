import { label } from '#domain/process/label.js';
import type { ProcessDocument } from '#domain/process/process-document.js';

/** Labels of people's roles, and of other parties that owe or are owed. */
export const roles = {
  mottak: label('førstelinje', 'front line'),
  saksbehandler: label('saksbehandler', 'case handler'),
  leder: label('leder', 'unit manager'),
  kommunalsjef: label('kommunalsjef', 'sector director'),
  kommunedirektor: label('kommunedirektør', 'chief municipal executive'),
  mentor: label('mentor', 'mentor'),
  mentorkoordinator: label('mentorkoordinator', 'mentor coordinator'),
  pilotleder: label('pilotleder', 'pilot lead'),
  innkjoper: label('innkjøper', 'procurement officer'),
  kontraktsforvalter: label('kontraktsforvalter', 'contract manager'),
  tilskuddsforvalter: label('tilskuddsforvalter', 'grant manager'),
  driftsansvarlig: label('driftsansvarlig', 'operation owner'),
  gevinstansvarlig: label('gevinstansvarlig', 'benefits manager'),
  evalueringsgruppe: label('evalueringsgruppe', 'evaluation group'),
  evaluator: label('evaluator', 'evaluator'),
  controller: label('controller', 'controller'),
  jurist: label('jurist', 'legal adviser'),
  personvern: label('personvernombud', 'data protection officer'),
  klageorgan: label('klageorgan', 'complaints body'),
  redaktor: label('redaktør for eksempelbiblioteket', 'example library editor'),
  politikk: label('utvalgssekretær', 'council secretary'),
  eier: label('eierrepresentant', 'owner representative'),
  utviklingspartner: label('utviklingspartner', 'development partner'),
  henviser: label('henviser', 'referrer'),
  radgiver: label('ekstern rådgiver', 'external adviser'),
  entreprenor: label('sosial entreprenør', 'social entrepreneur'),
  admin: label('administrator', 'administrator'),
  tilbyder: label('tilbydere', 'tenderers'),
  datatilsynet: label('Datatilsynet', 'the Data Protection Authority'),
  kofa: label('KOFA', 'the procurement complaints board'),
  innsynskrever: label('den som ba om innsyn', 'whoever asked for access'),
} satisfies ProcessDocument['roles'];

/** Whoever had one of these roles supported the entrepreneur and may not evaluate tenders without clearance. */
export const supportingRoles: ProcessDocument['supportingRoles'] = ['mentor', 'pilotleder'];

/** Labels of the capacities in which somebody takes over a case. */
export const capacities = {
  mentorCoordinator: label('mentorkoordinator', 'mentor coordinator'),
  hostingManager: label('leder i vertsenheten', 'manager of the hosting unit'),
  receivingManager: label('leder i mottakende enhet', 'manager of the receiving unit'),
  pilotLead: label('pilotleder', 'pilot lead'),
  benefitOwner: label('gevinsteier', 'benefit owner'),
  procurementOfficer: label('innkjøper', 'procurement officer'),
  contractManager: label('kontraktsforvalter', 'contract manager'),
  grantManager: label('tilskuddsforvalter', 'grant manager'),
  operationOwner: label('driftsansvarlig', 'operation owner'),
  evaluator: label('evaluator', 'evaluator'),
  contractOwner: label('avtaleeier', 'contract owner'),
  exampleEditor: label('redaktør for eksempelbiblioteket', 'example library editor'),
} satisfies ProcessDocument['capacities'];
