import type { EntityManager } from 'typeorm';
import type { Case } from '#domain/model/case.js';
import type { Actor } from '#domain/model/command.js';
import { refuse } from '#domain/model/refusal.js';
import type { Refusal } from '#domain/model/refusal.js';
import { sideOf } from '#domain/policy/conversation.js';
import type { Label } from '#domain/process/process-document.js';
import { contactDetailsOf } from '#store/people/contact-details.js';
import type { ContactDetails } from '#store/people/contact-details.js';

const CLOSED = {
  messages: {
    nb: 'Saken er avsluttet og tar ikke imot meldinger.',
    en: 'The case is closed and takes no messages.',
  },
  documents: {
    nb: 'Saken er avsluttet og tar ikke imot dokumenter.',
    en: 'The case is closed and takes no documents.',
  },
  files: { nb: 'Saken er avsluttet og tar ikke imot filer.', en: 'The case is closed and takes no files.' },
} as const satisfies Readonly<Record<string, Label>>;

/** Nothing is brought to a closed case that nobody would look at. Whom to ring instead is said, and given as `contact`. */
export async function closedCaseRefusal(
  manager: EntityManager,
  state: Case,
  what: keyof typeof CLOSED,
): Promise<Refusal> {
  return withContact(manager, state, refuse('already-closed', CLOSED[what]));
}

/** The refusal of a command; outside nobody can reopen a closed case, so there it says whom to ring. */
export async function toldOutside(
  manager: EntityManager,
  state: Case,
  { actor, refusal }: { readonly actor: Actor; readonly refusal: Refusal },
): Promise<Refusal> {
  if (refusal.code !== 'already-closed' || sideOf(state, actor) === 'STAFF') return refusal;
  const { code, detail, more } = refusal;
  return withContact(manager, state, { code, detail, ...(more && { more }) });
}

async function withContact(manager: EntityManager, { contact }: Case, refusal: Refusal): Promise<Refusal> {
  const details = (await contactDetailsOf(manager, [contact])).get(contact);
  const reached = details ?? { name: contact, phone: null, email: null };
  const { nb, en } = howToReach(reached);
  const detail = { nb: `${refusal.detail.nb} ${nb}`, en: `${refusal.detail.en} ${en}` };
  return { ...refusal, detail, more: { ...refusal.more, contact: reached } };
}

function howToReach({ name, phone, email }: ContactDetails): Label {
  if (phone !== null) return { nb: `Ring ${name} på ${phone}.`, en: `Ring ${name} at ${phone}.` };
  if (email !== null) return { nb: `Skriv til ${name}, ${email}.`, en: `Write to ${name}, ${email}.` };
  return { nb: `Spør ${name}.`, en: `Ask ${name}.` };
}
