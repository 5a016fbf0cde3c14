import type { AboutText } from './about-nb.js';

/** In English. */
export const about: AboutText = {
  tilgjengelighet: {
    title: 'Accessibility',
    lead: 'Everybody shall be able to send us an idea and follow their case. Here is what we have tried, and what we have not.',
    sections: [
      {
        title: 'What has been tried',
        list: [
          'The pages were gone through with the tool axe by WCAG 2.2, levels A and AA, light and dark. It found no fault.',
          'The pages were tried on a large screen, on a phone and on a narrow screen (320 points). They need no scrolling sideways.',
          'The forms can be filled in with the keyboard alone. Mistakes are told at the field, and a list at the top leads there.',
          'Colour never says anything alone. There is always a word beside it.',
        ],
      },
      {
        title: 'What has not been tried',
        list: [
          'The pages were not tried by people who use a screen reader every day.',
          'The pages were not tried by hand at 400 per cent, or with the high contrast colours of Windows.',
          'Documents that somebody adds to a case are shown as they are. We cannot promise that they are accessible.',
          'The pages need JavaScript.',
        ],
      },
      {
        title: 'Tell us',
        text: [
          'Is there something that you cannot do? Call or write to one of the contacts on the front page. We take your idea in the way that suits you, and mend the fault.',
          'If you get no answer, you can tell the Norwegian authority for universal design of ICT (uutilsynet).',
        ],
      },
    ],
  },
  personvern: {
    title: 'Privacy',
    lead: '{{municipality}} is responsible for the data. They are used for working on your idea, and for nothing else.',
    sections: [
      {
        title: 'What we store',
        list: [
          'Your name, e-mail address and phone number, so that we can answer you.',
          'The organisation that you speak for, and who else speaks for it.',
          'What you write and attach. The place where a photo was taken is removed from it.',
          'What was done in the case, when, and by whom.',
          'That you are signed in, for half a day at most.',
        ],
      },
      {
        title: 'Do not write about residents',
        text: ['Data about those who use the service do not belong here. Effects are written as figures for many.'],
      },
      {
        title: 'Who sees it',
        list: [
          'Those who work on the case in the municipality, and those who speak for the organisation.',
          'Whoever has the link to the receipt sees where the case is. Neither your name nor the messages stand there.',
          'The pages load nothing from other sites, and nobody measures what you do here.',
        ],
      },
      {
        title: 'How long',
        list: [
          'The case is a record under the Archives Act. The municipality decides how long it is kept.',
          'Names and contact details stay until they are erased. You can ask for that.',
          'You are signed in for half a day at most, and the link that you sign in with works for 15 minutes.',
          'What you write and do not send is in your own browser only, for 30 days at most.',
        ],
      },
      {
        title: 'Cookies',
        text: ['One, and only when you sign in: it says that it is you. That is why we do not ask for consent.'],
      },
      {
        title: 'What you can ask for',
        list: [
          'To see everything that is stored about you.',
          'To have what is wrong corrected.',
          'To have your name, e-mail address and phone number erased.',
        ],
        text: [
          'Write to the contact of your case, or ask for the data protection officer of {{municipality}}. You can also complain to the Norwegian Data Protection Authority (Datatilsynet).',
        ],
      },
    ],
  },
};
