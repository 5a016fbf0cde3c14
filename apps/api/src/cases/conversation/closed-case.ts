import { refuse } from '#domain/model/refusal.js';
import type { Refusal } from '#domain/model/refusal.js';
import type { Label } from '#domain/process/process-document.js';
import type { ContactDetails } from '#store/people/contact-details.js';

/** No message is written to a closed case: nobody would answer it. Whom to ring instead is said, and given as `contact`. */
export function closedCaseRefusal(contact: ContactDetails): Refusal {
  const { nb, en } = howToReach(contact);
  return refuse(
    'already-closed',
    {
      nb: `Saken er avsluttet og tar ikke imot meldinger. ${nb}`,
      en: `The case is closed and takes no messages. ${en}`,
    },
    undefined,
    { contact },
  );
}

function howToReach({ name, phone, email }: ContactDetails): Label {
  if (phone !== null) return { nb: `Ring ${name} på ${phone}.`, en: `Ring ${name} at ${phone}.` };
  if (email !== null) return { nb: `Skriv til ${name}, ${email}.`, en: `Write to ${name}, ${email}.` };
  return { nb: `Spør ${name}.`, en: `Ask ${name}.` };
}
