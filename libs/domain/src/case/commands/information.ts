import { osloDateOf } from '../../calendar/oslo-time.js';
import { nextWorkingDay } from '../../calendar/working-days.js';
import { debtOfRequest } from '../../deadline/debt-of-request.js';
import { isOwed } from '../../deadline/owed.js';
import { informationWith, isLacking, isOpenRequest } from '../../model/information.js';
import { refuse } from '../../model/refusal.js';
import { appendEvent } from '../event-buffer.js';
import { refuseNewDay } from './give-new-date.js';
import type { InformationItem, InformationRequest } from '../../model/information.js';
import type { EventBuffer } from '../event-buffer.js';
import type { Refusal } from '../../model/refusal.js';
import type { LocalDate } from '../../time.js';
import type { CommandDefinitions } from './command-definition.js';

/** Working days to send again what was sent back, where the date that she had is over. */
const AGAIN_WORKING_DAYS = 5;

type InformationCommand =
  'requestInformation' | 'giveInformation' | 'acceptInformation' | 'returnInformation' | 'withdrawInformationRequest';

/** What the entrepreneur is asked to send: given, looked at, accepted or sent back, each thing by itself. */
export const informationCommands: CommandDefinitions<InformationCommand> = {
  requestInformation: {
    label: { nb: 'Be om opplysninger', en: 'Ask for information' },
    handle(buffer, _command, { what, by }) {
      const refusal = by === undefined ? null : refuseBy(buffer, by);
      if (refusal) return refusal;
      const request = `i${(buffer.state.information ?? []).length + 1}`;
      appendEvent(buffer, 'informationRequested', { request, what, ...(by !== undefined && { by }) });
      return null;
    },
  },

  giveInformation: {
    label: { nb: 'Send opplysninger', en: 'Send information' },
    handle(buffer, _command, { request: id, item, text, proof = [] }) {
      const asked = openItem(buffer, id, item);
      if ('code' in asked) return asked;
      if (text === undefined && proof.length === 0)
        return refuse('out-of-range', {
          nb: 'Skriv noe, eller legg ved et dokument eller en melding.',
          en: 'Write something, or attach a document or a message.',
        });
      const isLast = isLacking(asked.of) && others(asked).every((it) => !isLacking(it));
      appendEvent(buffer, 'informationGiven', {
        request: id,
        item,
        ...(text !== undefined && { text }),
        ...(proof.length > 0 && { proof }),
        ...(isLast && { all: true }),
      });
      return null;
    },
  },

  acceptInformation: {
    label: { nb: 'Godta opplysningene', en: 'Accept the information' },
    handle(buffer, _command, { request: id, item }) {
      const given = givenItem(buffer, id, item);
      if ('code' in given) return given;
      const isLast = others(given).every(({ state }) => state === 'ACCEPTED');
      appendEvent(buffer, 'informationAccepted', { request: id, item, ...(isLast && { all: true }) });
      return null;
    },
  },

  returnInformation: {
    label: { nb: 'Send opplysningene tilbake', en: 'Send the information back' },
    handle(buffer, _command, { request: id, item, missing }) {
      const given = givenItem(buffer, id, item);
      if ('code' in given) return given;
      const by = newDateFor(buffer, id);
      appendEvent(buffer, 'informationReturned', { request: id, item, missing, ...(by !== undefined && { by }) });
      return null;
    },
  },

  withdrawInformationRequest: {
    label: { nb: 'Trekk tilbake det du ba om', en: 'Withdraw what you asked for' },
    handle(buffer, _command, { request: id, reason }) {
      const request = openRequest(buffer, id);
      if ('code' in request) return request;
      appendEvent(buffer, 'informationRequestWithdrawn', { request: id, reason });
      return null;
    },
  },
};

/** Whoever is to answer needs time. */
function refuseBy(buffer: EventBuffer, by: LocalDate): Refusal | null {
  const refusal = refuseNewDay(buffer, by);
  return refusal && { ...refusal, more: { ...refusal.more, errors: [{ pointer: '/by', detail: 'must lie ahead' }] } };
}

/** The date that she has is kept while it lies ahead; undefined when nothing changes, as she owes the rest by it anyway. */
function newDateFor({ state, now }: EventBuffer, id: string): LocalDate | undefined {
  const today = osloDateOf(now);
  const debt = debtOfRequest(state, id);
  if (!debt || debt.dueOn <= today) return workingDaysAfter(today, AGAIN_WORKING_DAYS);
  return isOwed(debt) ? undefined : debt.dueOn;
}

function workingDaysAfter(date: LocalDate, days: number): LocalDate {
  return days === 0 ? date : workingDaysAfter(nextWorkingDay(date), days - 1);
}

interface AskedItem {
  readonly request: InformationRequest;
  readonly of: InformationItem;
}

const others = ({ request, of }: AskedItem): readonly InformationItem[] => request.items.filter((it) => it !== of);

function openRequest({ state }: EventBuffer, id: string): InformationRequest | Refusal {
  const request = informationWith(state, id);
  if (!request)
    return refuse('not-found', {
      nb: `Saken har ikke bedt om noe med id «${id}».`,
      en: `The case has asked for nothing with the id "${id}".`,
    });
  if (isOpenRequest(request)) return request;
  return request.withdrawn
    ? refuse('superseded', { nb: 'Det er ikke lenger bedt om dette.', en: 'This is no longer asked for.' })
    : refuse('superseded', { nb: 'Alt som det ble bedt om, er godtatt.', en: 'All that was asked for is accepted.' });
}

/** The item, unless it is accepted. */
function openItem(buffer: EventBuffer, id: string, item: number): AskedItem | Refusal {
  const request = openRequest(buffer, id);
  if ('code' in request) return request;
  const of = request.items[item - 1];
  if (!of)
    return refuse('not-found', {
      nb: `Det er bedt om ${request.items.length} ting, og nummer ${item} er ikke blant dem.`,
      en: `${request.items.length} things are asked for, and number ${item} is not among them.`,
    });
  return of.state === 'ACCEPTED'
    ? refuse('superseded', { nb: 'Dette er alt godtatt.', en: 'This is accepted already.' })
    : { request, of };
}

/** The item, when something was sent that nobody has looked at. */
function givenItem(buffer: EventBuffer, id: string, item: number): AskedItem | Refusal {
  const asked = openItem(buffer, id, item);
  if ('code' in asked || asked.of.state === 'GIVEN') return asked;
  return refuse(
    'superseded',
    { nb: 'Dette er ikke sendt ennå.', en: 'This is not sent yet.' },
    {
      command: 'giveInformation',
      role: 'entrepreneur',
      text: { nb: 'Entreprenøren sender det.', en: 'The entrepreneur sends it.' },
    },
  );
}
