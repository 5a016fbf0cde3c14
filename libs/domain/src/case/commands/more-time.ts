import { osloDateOf } from '../../calendar/oslo-time.js';
import { debtor } from '../../deadline/debtor-creditor.js';
import { refuse } from '../../model/refusal.js';
import { canActFor, isPermitted, representsEntrepreneur } from '../../policy/permits.js';
import { askApproval } from './approvals.js';
import { owedDebt } from './debts.js';
import { refuseFixedDate, refuseNewDate } from './promises.js';
import type { Deadline } from '../../model/case.js';
import type { Command } from '../../model/command.js';
import type { EventBuffer } from '../event-buffer.js';
import type { Refusal } from '../../model/refusal.js';
import type { CommandDefinitions } from './command-definition.js';

/** Whoever owes something asks whom it is owed to for a later date. */
export const moreTimeCommands: CommandDefinitions<'askMoreTime'> = {
  askMoreTime: {
    label: { nb: 'Be om mer tid', en: 'Ask for more time' },
    afterClose: true,
    handle(buffer, command, { deadline: id, until, reason }) {
      const debt = owedDebt(buffer, id);
      if ('code' in debt) return debt;
      const refusal =
        refuseDebtor(buffer, command, debt) ??
        refuseFixedDate(debt) ??
        refuseCreditor(debt) ??
        refuseNewDate(buffer, debt, until, 'askMoreTime');
      if (refusal) return refusal;
      return askApproval(buffer, command, { kind: 'MORE_TIME', deadline: id, until, reason }, approverOf(debt));
    },
  },
};

/** Whoever has the case answers for what is owed to it; what is owed to the manager, the manager. */
const approverOf = ({ owedTo: { role } }: Deadline): { readonly role?: string } =>
  role === 'owner' || role === 'sender' ? { role: 'owner' } : {};

function refuseDebtor({ ctx, state, now }: EventBuffer, { by }: Command, debt: Deadline): Refusal | null {
  const owes = debtor(ctx.core, state, debt, osloDateOf(now));
  const isDebtor =
    owes.party === 'ENTREPRENEUR'
      ? representsEntrepreneur(state, by)
      : owes.user !== undefined
        ? canActFor(by, owes.user) || (owes.user === state.owner && isPermitted(ctx.core, state, by, ['deputy']))
        : by.grants.some(({ role, unit }) => role === owes.role && unit === owes.unit);
  if (isDebtor) return null;
  return refuse(
    'not-yours',
    { nb: 'Bare den som skal gjøre det, kan be om mer tid.', en: 'Only whoever owes it may ask for more time.' },
    undefined,
    { owedBy: owes },
  );
}

/** What was promised to the entrepreneur is moved with a reason, and answering what somebody waits for cannot be put off. */
function refuseCreditor({ owedTo, basis }: Deadline): Refusal | null {
  if (owedTo.party !== 'MUNICIPALITY')
    return refuse(
      'forbidden',
      {
        nb: 'Dette er lovet til andre. Gi en ny dato med en grunn i stedet.',
        en: 'This is promised to others. Give a new date with a reason instead.',
      },
      { command: 'extend', role: 'owner', text: { nb: 'Gi en ny dato.', en: 'Give a new date.' } },
    );
  if (basis.about?.kind !== 'approval') return null;
  return refuse('forbidden', {
    nb: 'Noen venter på svaret. Si ja eller nei.',
    en: 'Somebody waits for the answer. Say yes or no.',
  });
}
