import { label } from '#domain/process/label.js';

/** What the codes about people, roles and the operation are called. */

export const ROLE_LABELS = {
  saksbehandler: label('saksbehandler', 'case handler'),
  leder: label('leder', 'unit manager'),
  nestleder: label('nestleder', 'deputy manager'),
  mentor: label('mentor', 'mentor'),
  pilotleder: label('pilotleder', 'pilot lead'),
  driftsansvarlig: label('driftsansvarlig', 'operation owner'),
  kommunalsjef: label('kommunalsjef', 'sector director'),
  mottak: label('førstelinje', 'front line'),
  mentorkoordinator: label('mentorkoordinator', 'mentor coordinator'),
  kommunedirektor: label('kommunedirektør', 'chief municipal executive'),
  innkjoper: label('innkjøper', 'procurement officer'),
  kontraktsforvalter: label('kontraktsforvalter', 'contract manager'),
  gevinstansvarlig: label('gevinstansvarlig', 'benefits manager'),
  evaluator: label('evaluator', 'evaluator'),
  controller: label('controller', 'controller'),
  jurist: label('jurist', 'legal adviser'),
  personvern: label('personvernombud', 'data protection officer'),
  tilskuddsforvalter: label('tilskuddsforvalter', 'grant manager'),
  klageorgan: label('klageorgan', 'complaints body'),
  redaktor: label('redaktør for eksempelbiblioteket', 'example library editor'),
  politikk: label('utvalgssekretær', 'council secretary'),
  admin: label('administrator', 'administrator'),
  entreprenor: label('sosial entreprenør', 'social entrepreneur'),
  eier: label('eierrepresentant', 'owner representative'),
  utviklingspartner: label('utviklingspartner', 'development partner'),
  henviser: label('henviser', 'referrer'),
  radgiver: label('ekstern rådgiver', 'external adviser'),
};

export const SIGN_IN_METHOD_LABELS = {
  demo: label('Demonstrasjonen', 'The demonstration'),
  oidc: label('Innloggingstjeneste', 'Sign-in service'),
  link: label('Lenke på e-post', 'Link by e-mail'),
};

export const ISSUER_LABELS = {
  staff: label('Ansatte', 'Staff'),
  contacts: label('Kontakter', 'Contacts'),
};

export const ISSUER_CHOICE_LABELS = {
  staff: label('Ansatt', 'Staff'),
  contact: label('Kontakt', 'Contact'),
};

export const IMPORT_OUTCOME_LABELS = {
  CREATED: label('Opprettet', 'Created'),
  CHANGED: label('Endret', 'Changed'),
  UNCHANGED: label('Uendret', 'Unchanged'),
  REFUSED: label('Avvist', 'Refused'),
};

export const IMPORT_CHANGE_LABELS = {
  UNIT_ADDED: label('Enhet lagt til', 'Unit added'),
  PERSON_ADDED: label('Person lagt til', 'Person added'),
  PERSON_CHANGED: label('Person endret', 'Person changed'),
  ROLE_GIVEN: label('Rolle gitt', 'Role given'),
  ROLE_CHANGED: label('Rolle endret', 'Role changed'),
  IDENTITY_LINKED: label('Innlogging knyttet til', 'Sign-in linked'),
};

export const HOLDING_LABELS = {
  OWNED_CASE: label('Har saken', 'Owns the case'),
  DEPUTY_CASE: label('Stedfortreder i saken', 'Deputy in the case'),
  CONTACT_CASE: label('Kontaktperson i saken', 'Contact in the case'),
  HANDOVER: label('Skal svare på en overlevering', 'Is to answer a handover'),
  CASE_ROLE: label('Rolle i saken', 'Role in the case'),
  AREA_CONTACT: label('Kontakt for området', 'Contact of the area'),
  AREA_DEPUTY: label('Stedfortreder for området', 'Deputy of the area'),
  ROLE: label('Rolle', 'Role'),
  SUBSTITUTE: label('Vikar', 'Substitute'),
};

export const DEPARTURE_OUTCOME_LABELS = {
  WOULD: label('Kan overføres', 'Can be transferred'),
  DONE: label('Overført', 'Transferred'),
  REFUSED: label('Avvist', 'Refused'),
  UNKNOWN: label('Uvisst', 'Uncertain'),
  WAITING: label('Venter', 'Waiting'),
};

export const MOVE_OUTCOME_LABELS = {
  WOULD: label('Kan flyttes', 'Can be moved'),
  MOVED: label('Flyttet', 'Moved'),
  ALREADY: label('Har saken fra før', 'Has the case already'),
  REFUSED: label('Avvist', 'Refused'),
  UNKNOWN: label('Uvisst', 'Uncertain'),
  NOT_TRIED: label('Ikke forsøkt', 'Not tried'),
};

export const READINESS_LABELS = {
  ready: label('Klar', 'Ready'),
  degraded: label('Klar, med feil', 'Ready, with faults'),
  'not-ready': label('Ikke klar', 'Not ready'),
};

export const CHECK_LABELS = {
  ok: label('I orden', 'In order'),
  degraded: label('Har feil', 'Has faults'),
  down: label('Nede', 'Down'),
};

export const DENSITY_LABELS = {
  NORMAL: label('Vanlig', 'Normal'),
  TIGHT: label('Tett', 'Tight'),
};
