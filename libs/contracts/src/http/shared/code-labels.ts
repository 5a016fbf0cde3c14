import { label } from '#domain/process/label.js';
import { z } from 'zod';
import type { Label } from '#domain/process/process-document.js';

/** What the codes of the API are called. An enum made with `coded` shows them in the OpenAPI document as `x-labels`. */

/** The codes that are the keys, with what each is called. */
export const coded = <const Labels extends Readonly<Record<string, Label>>>(labels: Labels) =>
  z.enum(Object.keys(labels) as [keyof Labels & string, ...(keyof Labels & string)[]]).meta({ 'x-labels': labels });

/** The codes, with what each is called: a code without a label does not compile. */
export const named = <const Values extends readonly [string, ...string[]]>(
  values: Values,
  labels: Readonly<Record<Values[number], Label>>,
) =>
  z
    .enum(values)
    .meta({ 'x-labels': Object.fromEntries(values.map((value: Values[number]) => [value, labels[value]])) });

export const PHASE_LABELS = {
  FIRST_CONTACT: label('Første kontakt', 'First contact'),
  MENTORING: label('Veiledning', 'Mentoring'),
  PILOT: label('Pilot', 'Pilot'),
  PROCUREMENT: label('Anskaffelse eller annen avtale', 'Procurement or other agreement'),
  OPERATION: label('Drift', 'Operation'),
  EFFECT_EVALUATION: label('Effektevaluering', 'Effect evaluation'),
};

export const CASE_STATE_LABELS = {
  OPEN: label('Åpen', 'Open'),
  SUSPENDED: label('På vent', 'Suspended'),
  REJECTED: label('Avslått', 'Rejected'),
  WITHDRAWN: label('Trukket', 'Withdrawn'),
  DORMANT: label('Hviler', 'Dormant'),
  STOPPED: label('Stanset', 'Stopped'),
  COMPLETED: label('Fullført', 'Completed'),
};

export const PARTY_LABELS = {
  MUNICIPALITY: label('Kommunen', 'The municipality'),
  ENTREPRENEUR: label('Entreprenøren', 'The entrepreneur'),
  THIRD_PARTY: label('Andre', 'Others'),
};

export const MEETING_STATE_LABELS = {
  PLANNED: label('Planlagt', 'Planned'),
  HELD: label('Holdt', 'Held'),
  CANCELLED: label('Avlyst', 'Cancelled'),
};

export const MEETING_PARTY_LABELS = {
  PERSON: label('Person', 'Person'),
  UNIT: label('Enhet', 'Unit'),
  ENTREPRENEUR: label('Entreprenøren', 'The entrepreneur'),
};

export const STEP_STATE_LABELS = {
  OPEN: label('Avtalt', 'Agreed'),
  PAUSED: label('På vent', 'Paused'),
  KEPT: label('Gjort', 'Done'),
  MOVED: label('Flyttet', 'Moved'),
  MISSED: label('Ikke gjort i tide', 'Not done in time'),
  CANCELLED: label('Falt bort', 'Fallen away'),
};

export const CHANNEL_LABELS = {
  web: label('Skjema på nett', 'Form on the web'),
  phone: label('Telefon', 'Telephone'),
  email: label('E-post', 'E-mail'),
  event: label('Møteplass eller arrangement', 'Event'),
  referral: label('Henvist', 'Referral'),
};

export const ORIGIN_LABELS = {
  staff: label('Ansatt i kommunen', 'Staff'),
  need: label('Meldt behov', 'A need reported'),
  idea: label('Idé', 'An idea'),
  strategy: label('Strategi eller plan', 'A strategy or plan'),
  political: label('Politisk vedtak', 'A political decision'),
  'cross-sector': label('På tvers av sektorer', 'Across sectors'),
  challenge: label('Utlyst utfordring', 'A challenge announced'),
  enquiry: label('Henvendelse', 'An enquiry'),
};

export const GATE_LABELS = {
  G1: label('Ut av første kontakt', 'Out of first contact'),
  G2: label('Ut av veiledningen', 'Out of mentoring'),
  G3: label('Start av piloten', 'Pilot start'),
  G4: label('Beslutning etter piloten', 'Pilot decision'),
  G5: label('Avtalen er på plass', 'Agreement signed'),
  G6: label('Start av effektevalueringen', 'Evaluation start'),
  G7: label('Konklusjon', 'Conclusion'),
};

export const REQUIREMENT_LABELS = {
  LEGAL: label('Lovkrav', 'Required by law'),
  MANDATORY: label('Må', 'Mandatory'),
  WAIVABLE: label('Kan fravikes', 'May be waived'),
};

export const CHECKLIST_STATE_LABELS = {
  OPEN: label('Gjenstår', 'Open'),
  DONE: label('Gjort', 'Done'),
  WAIVED: label('Fraveket', 'Waived'),
  NOT_APPLICABLE: label('Gjelder ikke her', 'Not applicable'),
};

export const NATURE_LABELS = {
  DEBT: label('Frist', 'Deadline'),
  HOLD: label('Må vente', 'Has to wait'),
  RIGHT: label('Rett til å handle', 'Right to act'),
};

export const EFFECT_LABELS = {
  LEGAL: label('Lovfrist', 'By law'),
  PRACTICE: label('Kommunens egen frist', 'The municipality’s own'),
};

export const CALENDAR_LABELS = {
  WORKING_DAYS_EEA: label('Arbeidsdager', 'Working days'),
  CALENDAR_DAYS: label('Kalenderdager', 'Calendar days'),
  WEEKS: label('Uker', 'Weeks'),
  MONTHS: label('Måneder', 'Months'),
  HOURS: label('Timer', 'Hours'),
};

export const DEADLINE_STATE_LABELS = {
  OPEN: label('Løper', 'Running'),
  PAUSED: label('Står', 'Paused'),
  MET: label('Holdt', 'Met'),
  BREACHED: label('Ikke holdt', 'Missed'),
  CANCELLED: label('Gjelder ikke lenger', 'No longer applies'),
};

export const HANDOVER_PURPOSE_LABELS = {
  PHASE: label('Overlevering', 'Handover'),
  TRANSFER: label('Oversending', 'Transfer'),
};

export const HANDOVER_STATE_LABELS = {
  DRAFT: label('Utkast', 'Draft'),
  SENT: label('Sendt', 'Sent'),
  ACKNOWLEDGED: label('Bekreftet mottatt', 'Receipt confirmed'),
  ACCEPTED: label('Overtatt', 'Taken over'),
  RETURNED: label('Sendt tilbake', 'Returned'),
  DECLINED: label('Takket nei', 'Declined'),
  WITHDRAWN: label('Trukket tilbake', 'Withdrawn'),
  LAPSED: label('Ikke besvart i tide', 'Not answered in time'),
};

export const RECEIVER_STATE_LABELS = {
  WAITING: label('Har ikke svart', 'Has not answered'),
  ACKNOWLEDGED: label('Bekreftet mottatt', 'Receipt confirmed'),
  ACCEPTED: label('Overtatt', 'Taken over'),
  RETURNED: label('Sendt tilbake', 'Returned'),
  DECLINED: label('Takket nei', 'Declined'),
};

export const MANAGER_ACT_LABELS = {
  NUDGE: label('Minn om det', 'Remind them'),
  GIVE: label('Gi til en annen', 'Give to another'),
  NEW_DATE: label('Gi ny dato', 'Give a new date'),
  TAKE_OVER: label('Ta over', 'Take over'),
};

export const QUESTION_KIND_LABELS = {
  QUESTION: label('Råd', 'Advice'),
  HOST: label('Vil dere være vert?', 'Will you host?'),
  RECEIVE: label('Vil dere ta imot?', 'Will you receive?'),
  BENEFIT: label('Vil dere eie gevinsten?', 'Will you own the benefit?'),
  LEGAL: label('Juridisk avklaring', 'Legal clarification'),
};

export const APPROVAL_KIND_LABELS = {
  SUSPEND: label('Sette saken på vent', 'Suspend the case'),
  EXTEND: label('Ny dato for et løfte', 'A new date for a promise'),
  MORE_TIME: label('Mer tid', 'More time'),
};

export const INFORMATION_STATE_LABELS = {
  ASKED: label('Etterspurt', 'Asked for'),
  GIVEN: label('Sendt', 'Sent'),
  RETURNED: label('Sendt tilbake', 'Sent back'),
  ACCEPTED: label('Godtatt', 'Accepted'),
};

export const ANSWER_LABELS = { YES: label('Ja', 'Yes'), NO: label('Nei', 'No'), TEXT: label('Svar', 'Answer') };

export const PROMISE_STATE_LABELS = {
  OPEN: label('Lovet', 'Promised'),
  PAUSED: label('Satt på vent', 'On hold'),
  KEPT: label('Holdt', 'Kept'),
  MOVED: label('Flyttet', 'Moved'),
  MISSED: label('Ikke holdt', 'Not kept'),
};

export const OUTBOX_STATUS_LABELS = {
  WAITING: label('Venter på å bli sendt', 'Waiting to be sent'),
  SENT: label('Sendt', 'Sent'),
  MERGED: label('Slått sammen med et annet', 'Merged with another'),
  DROPPED: label('Ikke sendt, fordi det var for sent', 'Not sent, as it was too late'),
  FAILED: label('Kom ikke fram', 'Did not arrive'),
  HELD: label('Holdt tilbake', 'Held back'),
};

export const WORK_SECTION_LABELS = {
  overdue: label('Ikke holdt', 'Missed'),
  today: label('I dag', 'Today'),
  soon: label('Snart', 'Soon'),
  later: label('Senere', 'Later'),
  waiting: label('Venter på andre', 'Waiting for others'),
};

export const EVENT_KIND_LABELS = {
  CASE: label('Saken', 'The case'),
  PEOPLE: label('Folk i saken', 'People in the case'),
  FACT: label('Opplysninger', 'Facts'),
  CHECKLIST: label('Sjekkliste', 'Checklist'),
  DECISION: label('Beslutninger', 'Decisions'),
  HANDOVER: label('Overlevering', 'Handover'),
  QUESTION: label('Spørsmål', 'Questions'),
  MEETING: label('Møter', 'Meetings'),
  DEADLINE: label('Frister', 'Deadlines'),
};

export const VISIBILITY_LABELS = {
  INTERNAL: label('Intern i kommunen', 'Internal to the municipality'),
  SHARED: label('Delt med entreprenøren', 'Shared with the entrepreneur'),
};

export const SEARCH_SOURCE_LABELS = {
  CASE: label('Saken', 'The case'),
  NOTE: label('Notat', 'Note'),
  MESSAGE: label('Melding', 'Message'),
  DOCUMENT: label('Dokument', 'Document'),
};

export const SEEN_BY_LABELS = {
  MUNICIPALITY: label('Bare kommunen ser dette', 'Only the municipality sees this'),
  BOTH: label('Kommunen og entreprenøren ser dette', 'The municipality and the entrepreneur see this'),
};

export const MESSAGE_SIDE_LABELS = {
  STAFF: label('Fra kommunen', 'From the municipality'),
  ENTREPRENEUR: label('Fra entreprenøren', 'From the entrepreneur'),
};

export const FILE_SCAN_LABELS = {
  CLEAN: label('Undersøkt for virus', 'Scanned for viruses'),
  NOT_SCANNED: label('Ikke undersøkt for virus', 'Not scanned for viruses'),
};

export const PREFILL_SOURCE_LABELS = {
  case: label('Hentet fra saken', 'From the case'),
  facts: label('Hentet fra opplysningene', 'From the facts'),
  deadlines: label('Hentet fra fristene', 'From the deadlines'),
  balances: label('Hentet fra regnskapet i saken', 'From the balances of the case'),
  people: label('Må skrives', 'To be written'),
};

export const LEG_STATE_LABELS = {
  DONE: label('Ferdig', 'Done'),
  SKIPPED: label('Hoppet over', 'Skipped'),
  NOW: label('Nå', 'Now'),
  DECIDED: label('Bestemt', 'Decided'),
  AHEAD: label('Foran', 'Ahead'),
};

export const MINE_LABELS = {
  to: label('Til meg', 'To me'),
  from: label('Fra meg', 'From me'),
  area: label('I mine enheter', 'In my units'),
};

export const LAPSED_CHOICE_LABELS = {
  EXTEND: label('Mer tid', 'More time'),
  REASSIGN: label('Gi til en annen', 'Give to somebody else'),
  TAKE_BACK: label('Ta tilbake', 'Take back'),
  STOP: label('Stans', 'Stop'),
};

export const ESCALATION_CHOICE_LABELS = {
  REASSIGN: label('Gi til en annen', 'Give to somebody else'),
  EXTEND: label('Mer tid', 'More time'),
  DECIDE: label('Avgjør', 'Decide'),
  STOP: label('Stans', 'Stop'),
};
