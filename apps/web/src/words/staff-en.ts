import type { staffWords as bokmål } from './staff-nb.js';
import type { Translated } from './start-words.js';

/** What staff read, in English. */
export const staffWords: Translated<typeof bokmål> = {
  shell: {
    skip: 'Skip to the content',
    home: 'Stafett, to My day',
    mainMenu: 'Main menu',
    myDay: 'My day',
    cases: 'Cases',
    handovers: 'Handovers',
    userMenu: '{{name}}, menu',
    otherLanguage: 'Norsk',
    dark: 'Change to dark colours',
    light: 'Change to light colours',
    signOut: 'Sign out',
  },
  access: {
    signIn: 'Sign in',
    signInTitle: 'Sign in to Stafett',
    signInLead: 'You must sign in to see your cases.',
    signedOut: 'You are signed out',
    signedOutLead: 'What you have written is kept in this browser. Sign in and go on where you were.',
    signInAgain: 'Sign in again',
  },
  state: {
    loading: 'Loading …',
    slow: 'This takes a little while.',
    offline: 'No connection. Try again when you are online.',
    failed: 'We could not get the page.',
    tryAgain: 'Try again',
    forbidden: 'You have no access to this page, or it does not exist. Ask your manager if you need it.',
    notFoundTitle: 'The page does not exist',
    toMyDay: 'To My day',
    close: 'Close',
  },
  myDay: {
    title: 'My day',
    today_zero: 'No deadline falls today.',
    today_one: 'One deadline falls today.',
    today_other: '{{count}} deadlines fall today.',
    overdue_one: 'One deadline is missed.',
    overdue_other: '{{count}} deadlines are missed.',
    nothing: 'Nothing is urgent.',
    nextDue: 'The next deadline is {{day}}.',
  },
};
