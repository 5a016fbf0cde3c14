import type { Translated } from '../start-words.js';
import type { tourWords as bokmål } from './tour-nb.js';

/** The tour of a demonstration, in English. */
export const tourWords: Translated<typeof bokmål> = {
  tour: {
    title: 'Tour',
    lead: 'Three roles in five minutes. Fjordvik is made up, and what you do stays in this demonstration. You can skip it whenever you like.',
    notHere: 'The tour is only in a demonstration.',
    front: 'To the front page',
    skip: 'Skip the tour',
    steps: 'The steps',
    seen: 'Seen',
    lookAt: 'Look at this',
    doThis: 'Do one thing',
    signIn: 'Sign in as {{name}}',
    clock: 'The clock of the demonstration: {{day}} {{time}}; {{speed}}',
    clockReal: 'it runs at ordinary speed.',
    clockFast: 'it runs {{count}} times faster than an ordinary clock.',
    forward: 'Skip forward',
    forwardLead:
      'The clock cannot be moved: deadlines run on real timers in the engine. But it runs fast, so you can wait for an hour to pass, or for the next working day.',
    forwardReal:
      'Here the clock runs at ordinary speed, so no deadline passes while you look. Start a new demonstration with STAFETT_SPEED=3600: then an hour passes in a second, and you can skip forward here.',
    oneHour: 'One hour, {{wait}}',
    nextDay: 'To {{day}} 08.00, {{wait}}',
    seconds_one: 'about {{count}} second',
    seconds_other: 'about {{count}} seconds',
    minutes_one: 'about {{count}} minute',
    minutes_other: 'about {{count}} minutes',
    waiting: 'Waiting for {{day}} {{time}}',
    stop: 'Stop waiting',
    arrived: 'Now it is {{day}} {{time}}. Deadlines that passed have been told of.',
    strip: 'Tour, step {{step}} of 3: {{title}}',
    back: 'To the tour',
    end: 'End the tour',
    step: {
      handler: {
        title: 'The case handler',
        time: 'About two minutes',
        who: 'Pilotleder, Hjemmetjenesten has a case in the pilot and a handover that came back.',
        look: {
          one: 'My day: what was missed stands first. Each row is one case and says what to do, by when and why.',
          two: 'Open the case: the violet baton shows who has it, and who is to take over.',
          three: 'The next step is one button. What is missing stands beside it.',
        },
        do: 'Press the button of the first row, and see what is filled in already and what only you can write.',
      },
      manager: {
        title: 'The manager',
        time: 'About two minutes',
        who: 'Leder, Oppvekst sees what waits for a manager, and what is stuck.',
        look: {
          one: 'Told to you: each row says whom it is about, since when, and has its way out in a button.',
          two: 'Stuck in your units: the cause stands in a sentence.',
          three: 'Handovers: who waits for whom, and for how long.',
        },
        do: 'Choose a case that is stuck, and give a new date or give it to somebody else.',
      },
      entrepreneur: {
        title: 'The social entrepreneur',
        time: 'About one minute',
        who: 'The entrepreneur opens the case on a phone, from a link.',
        look: {
          one: 'Where the case is, and who has it, with a phone number.',
          two: 'We wait for you: what the municipality has asked for.',
          three: 'What the municipality has promised, and whether it was kept.',
        },
        do: 'If the municipality waits for something from you, answer with some words. If not, see what was promised, and whether it was kept.',
      },
    },
  },
};
