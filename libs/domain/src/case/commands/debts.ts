import { debtor } from '../../deadline/debtor-creditor.js';
import { managerActsOn } from '../../deadline/manager-acts.js';
import { isOwed } from '../../deadline/owed.js';
import { refuse } from '../../model/refusal.js';
import { canActFor, leadsUnit } from '../../policy/permits.js';
import { appendEvent } from '../event-buffer.js';
import { promiseCommands } from './promises.js';
import { isStaff } from './responsibility.js';
import type { Deadline, ResolvedParty } from '../../model/case.js';
import type { Command, CommandBodies } from '../../model/command.js';
import type { EventBuffer } from '../event-buffer.js';
import type { Refusal } from '../../model/refusal.js';
import type { CommandDefinitions } from './command-definition.js';

type ActOn = CommandBodies['actOn'];

/** Who does what is owed: one of those who hold the role takes it; a manager acts on what was escalated. */
export const debtCommands: CommandDefinitions<'actOn' | 'takeDebt'> = {
  actOn: {
    label: { nb: 'Gjør noe med det som ikke er gjort', en: 'Act on what was not done' },
    afterClose: true,
    refs: ({ person }) => (person === undefined ? [] : [{ pointer: '/person', id: person, kind: 'staff' }]),
    handle(buffer, command, body) {
      const debt = owedDebt(buffer, body.deadline);
      if ('code' in debt) return debt;
      const refusal = refuseManager(buffer, command, debt) ?? refuseFields(body) ?? doAct(buffer, command, debt, body);
      if (refusal) return refusal;
      const { deadline, act, until, reason } = body;
      const person = act === 'TAKE_OVER' ? command.by.user : act === 'GIVE' ? body.person : undefined;
      appendEvent(buffer, 'debtActedOn', {
        deadline,
        act,
        ...(person !== undefined && { person }),
        ...(act === 'NEW_DATE' && { until }),
        ...(reason !== undefined && { reason }),
      });
      return null;
    },
  },

  takeDebt: {
    label: { nb: 'Ta oppgaven', en: 'Take the task' },
    afterClose: true,
    handle(buffer, command, { deadline }) {
      const debt = owedDebt(buffer, deadline);
      if ('code' in debt) return debt;
      const { by } = command;
      if (debt.heldBy === by.user) return null;
      const owes = debtor(buffer.ctx.core, buffer.state, debt);
      if (owes.user !== undefined) return refuseHeld(owes);
      if (!by.grants.some(({ role, unit }) => role === owes.role && unit === owes.unit))
        return refuse(
          'not-yours',
          {
            nb: 'Oppgaven tas av en som har rollen den hører til.',
            en: 'The task is taken by somebody who holds the role that it belongs to.',
          },
          undefined,
          { owedBy: owes },
        );
      appendEvent(buffer, 'debtTaken', { deadline, by: by.user });
      return null;
    },
  },
};

/** The debt, when somebody owes it still. */
export function owedDebt({ state }: EventBuffer, id: string): Deadline | Refusal {
  const debt = state.deadlines.find((it) => it.id === id);
  if (!debt)
    return refuse('not-found', { nb: `Saken har ingen frist «${id}».`, en: `The case has no deadline "${id}".` });
  return debt.nature === 'DEBT' && isOwed(debt)
    ? debt
    : refuse('superseded', { nb: 'Ingen skylder dette lenger.', en: 'Nobody owes this any more.' });
}

const refuseHeld = (owes: ResolvedParty): Refusal =>
  refuse(
    'not-yours',
    {
      nb: 'Oppgaven ligger hos én person. En leder kan gi den til en annen.',
      en: 'The task is with one person. A manager can give it to another.',
    },
    { command: 'actOn', role: 'leder', text: { nb: 'En leder gir den til en annen.', en: 'A manager gives it away.' } },
    { owedBy: owes },
  );

/** The managers of the case's unit, and of the unit of whoever owes it; never for what they owe themselves. */
function refuseManager({ ctx, state }: EventBuffer, { by }: Command, debt: Deadline): Refusal | null {
  const owes = debtor(ctx.core, state, debt);
  if (owes.party === 'MUNICIPALITY' && owes.user === by.user)
    return refuse('same-person', {
      nb: 'Du skylder dette selv. Gjør det, eller be lederen din om å gi det til en annen.',
      en: 'You owe this yourself. Do it, or ask your manager to give it to somebody else.',
    });
  if ([state.unit, owes.unit].some((unit) => unit !== undefined && leadsUnit(by, unit))) return null;
  return refuse(
    'not-yours',
    {
      nb: 'Det er lederen for saken eller enheten som gjør dette.',
      en: 'The manager of the case or the unit does this.',
    },
    undefined,
    { owedBy: owes },
  );
}

/** What each act needs to know. */
function refuseFields({ act, person, until, reason }: ActOn): Refusal | null {
  const missing =
    act === 'GIVE' && person === undefined
      ? { nb: 'Si hvem som skal gjøre det.', en: 'Say who is to do it.' }
      : act === 'NEW_DATE' && until === undefined
        ? { nb: 'Si hvilken dato det nå skal være gjort.', en: 'Say by which date it is now to be done.' }
        : act === 'NEW_DATE' && reason === undefined
          ? { nb: 'En ny dato trenger en grunn.', en: 'A new date needs a reason.' }
          : null;
  return missing && refuse('out-of-range', missing);
}

function doAct(
  buffer: EventBuffer,
  command: Command,
  debt: Deadline,
  { act, person, until, reason }: ActOn,
): Refusal | null {
  if (act === 'NEW_DATE' && until !== undefined && reason !== undefined)
    return promiseCommands.extend.handle(buffer, command, { deadline: debt.id, until, reason });
  if (act === 'NUDGE') return null;
  if (!managerActsOn(buffer.ctx.core, debt).includes(act))
    return refuse('forbidden', {
      nb: 'Dette kan ikke gis til en annen: bare den det gjelder, kan gjøre det. Gi saken til en annen, eller minn på.',
      en: 'This cannot be given to another: only the one concerned can do it. Give the case to another, or nudge.',
    });
  return act === 'GIVE' && person !== undefined && !isStaff(command, person)
    ? refuse('unknown-person', {
        nb: `«${person}» er ikke ansatt i kommunen.`,
        en: `"${person}" is no member of staff.`,
      })
    : null;
}

/** Whether the actor took or was given a debt that this fact meets. */
export const holdsDebtMetBy = ({ ctx, state }: EventBuffer, { by }: Command, fact: string): boolean =>
  state.deadlines.some(
    (debt) =>
      debt.heldBy !== undefined &&
      isOwed(debt) &&
      canActFor(by, debt.heldBy) &&
      ctx.core.deadlines[debt.kind]?.ends.includes(`fact:${fact}`),
  );
