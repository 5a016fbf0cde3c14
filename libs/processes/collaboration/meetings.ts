import { label } from '#domain/process/label.js';
import { duty, entrepreneur, owedInternally, owedToEntrepreneur, owner } from './document-part.js';
import type { MarkKey, ProcessDocument } from '#domain/process/process-document.js';

/** Of a collaboration that is completed, operation goes on; however else it closes, nobody owes what was agreed. */
const endsWithTheCase: readonly MarkKey[] = ['closed:REJECTED', 'closed:WITHDRAWN', 'closed:STOPPED', 'closed:DORMANT'];

const takenBackOrEndsWithTheCase: readonly MarkKey[] = ['stepWithdrawn', ...endsWithTheCase];

/** Meetings with the entrepreneur: what each is about, and the fact that it counts as. */
export const meetings = {
  templates: {
    CLARIFICATION: {
      label: label('Avklaringsmøte', 'Clarification meeting'),
      fact: 'meetingHeld',
      agenda: [
        label('Hva tilbudet er, og hvem det hjelper', 'What the service is, and whom it helps'),
        label('Hvilket behov kommunen har', 'Which need the municipality has'),
        label('Hvem som bør være med videre', 'Who should take part from here'),
        label('Neste skritt: hvem gjør hva, og når', 'Next steps: who does what, and when'),
      ],
    },
    MENTORING_MIDWAY: {
      label: label('Midtveissjekk i veiledningen', 'Mid-way check of the mentoring'),
      fact: 'midwayCheckHeld',
      agenda: [
        label('Hva veiledningen har gitt så langt', 'What the mentoring has given so far'),
        label('Hva som mangler før en pilot', 'What is missing before a pilot'),
        label('Neste skritt: hvem gjør hva, og når', 'Next steps: who does what, and when'),
      ],
    },
    STATUS: {
      label: label('Statusmøte i piloten', 'Status meeting of the pilot'),
      fact: 'pilotStatusReported',
      agenda: [
        label('Framdrift og deltakere siden sist', 'Progress and participants since last time'),
        label('Avvik og risiko', 'Deviations and risks'),
        label('Neste skritt: hvem gjør hva, og når', 'Next steps: who does what, and when'),
      ],
    },
    MID_WAY: {
      label: label('Midtveisgjennomgang av piloten', 'Mid-way review of the pilot'),
      fact: 'midwayReviewed',
      agenda: [
        label('Effekten så langt mot nullpunktet', 'The effect so far against the baseline'),
        label('Om piloten går videre, justeres eller stanses', 'Whether the pilot goes on, is adjusted or is stopped'),
        label('Neste skritt: hvem gjør hva, og når', 'Next steps: who does what, and when'),
      ],
    },
    OPERATION_START: {
      label: label('Oppstartsmøte for driften', 'Start meeting of the operation'),
      fact: 'operationStartMeetingHeld',
      agenda: [
        label('Avtalen og hvem som gjør hva', 'The agreement, and who does what'),
        label('Hvordan vi melder avvik', 'How deviations are reported'),
        label('Neste skritt: hvem gjør hva, og når', 'Next steps: who does what, and when'),
      ],
    },
    OPERATION_REVIEW: {
      label: label('Gjennomgang av driften', 'Review of the operation'),
      fact: 'operationReviewed',
      agenda: [
        label('Hva som virker, og hva som ikke gjør det', 'What works, and what does not'),
        label('Økonomi og bemanning', 'Finances and staffing'),
        label('Neste skritt: hvem gjør hva, og når', 'Next steps: who does what, and when'),
      ],
    },
    OPERATION: {
      label: label('Kvartalsmøte', 'Quarterly meeting'),
      fact: 'quarterlyMeetingHeld',
      agenda: [
        label('Leveransen siden sist', 'What was delivered since last time'),
        label('Avvik, klager og risiko', 'Deviations, complaints and risks'),
        label('Neste skritt: hvem gjør hva, og når', 'Next steps: who does what, and when'),
      ],
    },
    CHECKPOINT: {
      label: label('Fagmøte', 'Professional checkpoint'),
      fact: 'professionalCheckpointHeld',
      agenda: [
        label('Faglige spørsmål fra begge sider', 'Professional questions from both sides'),
        label('Neste skritt: hvem gjør hva, og når', 'Next steps: who does what, and when'),
      ],
    },
    FREE: {
      label: label('Møte', 'Meeting'),
      agenda: [label('Neste skritt: hvem gjør hva, og når', 'Next steps: who does what, and when')],
    },
  },
  deadlines: {
    'meeting.outcome': {
      label: label('Hold møtet, og si hva som kom ut av det', 'Hold the meeting, and say what came of it'),
      ...owedInternally,
      owedBy: duty('meetingPlanner'),
      calendar: 'WORKING_DAYS_EEA',
      runsInPause: true,
      starts: ['meetingPlanned', 'meetingMoved'],
      dateField: 'on',
      count: 2,
      ends: ['meetingEnded'],
      cancels: endsWithTheCase,
      ladder: 'toManager',
      scope: 'BEYOND',
    },
    'meeting.step': {
      label: label('Gjør det som ble avtalt i møtet', 'Do what was agreed in the meeting'),
      promise: label('Vi gjør det vi ble enige om i møtet', 'We do what we agreed on in the meeting'),
      ...owedToEntrepreneur,
      owedBy: duty('stepOwner'),
      calendar: 'WORKING_DAYS_EEA',
      starts: ['stepAgreed:MUNICIPALITY'],
      dateField: 'by',
      count: 0,
      ends: ['stepCompleted'],
      cancels: takenBackOrEndsWithTheCase,
      scope: 'BEYOND',
    },
    'meeting.herStep': {
      label: label('Gjør det dere ble enige om i møtet', 'Do what you agreed on in the meeting'),
      ...owedInternally,
      owedBy: entrepreneur,
      owedTo: owner,
      calendar: 'WORKING_DAYS_EEA',
      starts: ['stepAgreed:ENTREPRENEUR'],
      dateField: 'by',
      count: 0,
      ends: ['stepCompleted'],
      cancels: takenBackOrEndsWithTheCase,
      ladder: 'silent',
      scope: 'BEYOND',
    },
  },
} satisfies { readonly templates: ProcessDocument['meetings']; readonly deadlines: ProcessDocument['deadlines'] };
