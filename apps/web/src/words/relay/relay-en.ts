import { askedWords } from './asked-en.js';
import type { relayWords as nb } from './relay-nb.js';
import type { Translated } from '../start-words.js';

/** What staff read where a handover is written, sent or left unanswered, in English. */
export const relayWords: Translated<typeof nb> = {
  ...askedWords,
  relayPages: {
    receivers: 'Who is to take over?',
    as: 'As {{capacity}}',
    away: '{{name}} (away now)',
    noReceiver: 'Nobody has this role. Ask the manager to give it to somebody.',
    transferTitle: 'Transfer to {{unit}}',
    transferTo: 'Transfer to another unit',
    toUnit: 'Unit',
    toPerson: 'Person',
    chooseUnit: 'Choose which unit is to have the case.',
    lead: 'What the case knows is filled in. Only what needs you is open.',
    today: 'If you send today',
    todayNothing: 'Choose who is to take over, and the dates stand here.',
    by: '{{label}}: {{who}}',
    told: 'This is what the entrepreneur is told',
    letters: 'Letters also go to {{names}}.',
    entrepreneurIsNotTold: 'The entrepreneur gets no letter about this.',
    holdsUntil: 'You are accountable until everybody has taken over.',
    attachments: 'Documents that go with it',
    noDocuments: 'The case has no documents to attach.',
    ready: '{{count}} of {{all}} parts are ready.',
    kept: 'The draft was kept in this browser at {{time}}.',
    wantsReceiver: 'who is to take over',
    lapsedTitle: 'Nobody answered. What now?',
    lapsedLead: 'The time to answer ended on {{day}}. The handover no longer counts, and {{unit}} has the case.',
    lapsedWaits: '{{names}} choose.',
    choice: {
      EXTEND: 'The same receivers get more time.',
      REASSIGN: 'The same handover is sent to others.',
      TAKE_BACK: 'The case stays where it is, and the handover can be written anew.',
      STOP: 'The collaboration ends.',
    },
    unanswered_one: 'One thing that the receiver asked for is not answered. Change the part that it is about.',
    unanswered_other:
      '{{count}} things that the receiver asked for are not answered. Change the parts that they are about.',
    conditions: 'Conditions',
    conditionOf: '{{name}}, {{day}}',
    drafted: 'The draft was kept in the case {{day}}. You can change it before you send.',
    asTheySee: 'See the page as they see it',
    has: '{{unit}} has the case.',
    nextIs: 'Next: {{step}}.',
    wayOn: 'The way on',
    writeAnew: 'Write the handover anew',
    otherReceiver: 'Send to another unit',
  },
};
