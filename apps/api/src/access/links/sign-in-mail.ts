import { LINK_LIFETIME_MINUTES } from '#store/access/sign-in-links.js';

export interface MailContent {
  readonly subject: string;
  readonly text: string;
}

/**
 * The mail with the sign-in link. It repeats nothing that was typed into a form, not even the name, since the person who
 * typed it may not be the one who receives the mail.
 */
export function signInMail({ link, sender }: { readonly link: string; readonly sender: string }): MailContent {
  return {
    subject: `Logg inn i ${sender}`,
    text: [
      'Hei',
      `Åpne lenken og trykk på knappen for å logge inn. Den virker i ${LINK_LIFETIME_MINUTES} minutter, og bare én gang.`,
      link,
      'Har du ikke bedt om å få logge inn? Da kan du se bort fra denne e-posten. Uten lenken kommer ingen inn.',
      `Hilsen ${sender}`,
    ].join('\n\n'),
  };
}
