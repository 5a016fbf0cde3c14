import { LINK_MINUTES } from '#store/access/sign-in-links.js';

export interface Letter {
  readonly subject: string;
  readonly text: string;
}

/**
 * The mail with the link: one thing to do. It repeats nothing that somebody typed into a form, the name neither, since
 * whoever typed it may not be the one who gets the mail.
 */
export function linkLetter({ link, sender }: { readonly link: string; readonly sender: string }): Letter {
  return {
    subject: `Logg inn i ${sender}`,
    text: [
      'Hei',
      `Åpne lenken og trykk på knappen for å logge inn. Den virker i ${LINK_MINUTES} minutter, og bare én gang.`,
      link,
      'Har du ikke bedt om å få logge inn? Da kan du se bort fra denne e-posten. Uten lenken kommer ingen inn.',
      `Hilsen ${sender}`,
    ].join('\n\n'),
  };
}
