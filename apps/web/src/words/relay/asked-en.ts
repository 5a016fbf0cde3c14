import type { askedWords as nb } from './asked-nb.js';
import type { Translated } from '../start-words.js';

/** What staff read of questions, information, meetings and approvals, in English. */
export const askedWords: Translated<typeof nb> = {
  asked: {
    tab: 'Questions and meetings',
    questions: 'Questions to units',
    information: 'Information from the entrepreneur',
    meetings: 'Meetings',
    approvals: 'Approvals',
    none: {
      questions: 'No unit is asked anything.',
      information: 'The entrepreneur is asked for nothing.',
      meetings: 'No meeting is planned or held.',
      approvals: 'Nobody has asked for approval.',
    },
    kind: {
      QUESTION: 'Advice',
      HOST: 'Will you host?',
      RECEIVE: 'Will you receive the service?',
      BENEFIT: 'Will you own the benefit?',
      LEGAL: 'Legal clarification',
    },
    askedBy: '{{name}} asked on {{day}}',
    owes: '{{name}} is to answer',
    look: 'The municipality is to look at what was sent',
    entrepreneur: 'The entrepreneur',
    redirected: 'Passed on from {{name}}:',
    answer: { YES: 'Yes', NO: 'No', TEXT: 'Answer' },
    withdrawn: 'Withdrawn on {{day}}:',
    missing: 'Sent back because something is missing:',
    information_state: { ASKED: 'not sent', GIVEN: 'sent', RETURNED: 'sent back', ACCEPTED: 'accepted' },
    meeting_state: { PLANNED: 'Planned', HELD: 'Held', CANCELLED: 'Cancelled' },
    participants: 'Participants: {{names}}.',
    present: 'Present: {{names}}.',
    corrected: 'The minutes were corrected on {{day}}:',
    agreed: 'This was agreed',
    step: '{{name}}, by {{day}}.',
    step_state: {
      OPEN: 'Not done yet.',
      PAUSED: 'The case is on hold.',
      KEPT: 'Done.',
      MOVED: 'Moved.',
      MISSED: 'Not done in time.',
      CANCELLED: 'No longer counts.',
    },
    approval: {
      SUSPEND: 'Put the case on hold until {{day}}',
      EXTEND: 'New date of a promise: {{day}}',
      MORE_TIME: 'More time, until {{day}}',
    },
    approved: 'Approved',
    refused: 'Not approved',
    lapsed: 'Lapsed on {{day}}.',
  },
};
