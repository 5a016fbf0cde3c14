import { instantInOslo, osloDateOf } from '../../calendar/oslo-time.js';
import { FIRST_DAY } from '../../calendar/supported-years.js';
import { openHoldOn } from '../../gate/blockers.js';
import { isPermitted } from '../../policy/permits.js';
import { isOutsideRole } from '../../policy/roles.js';
import {
  refuseClearance,
  refuseConflictAsMentor,
  refuseClearanceWithdrawal,
} from '../../policy/conflict-of-interest.js';
import { notBeforeOf } from '../../rules/not-before-rules.js';
import { appendEvent } from '../event-buffer.js';
import { standingYes } from '../../rules/standing-yes.js';
import { missingPrerequisite } from '../../rules/missing-prerequisite.js';
import { movePromise, refuseGivenDate, refuseUnclearPromise, withPromise } from './promises.js';
import { refuse } from '../../model/refusal.js';
import { dayText, earliestText, notYet } from '../../model/words/day-text.js';
import { holdsDebtMetBy } from './debts.js';
import type { Case, Fact } from '../../model/case.js';
import type { Command } from '../../model/command.js';
import type { EventBuffer } from '../event-buffer.js';
import type { Refusal } from '../../model/refusal.js';
import { UNIT_PLACES } from '../../process/process-document.js';
import type { FactRule, Slot } from '../../process/process-document.js';
import { addDays } from '../../time.js';
import type { Instant, LocalDate } from '../../time.js';
import type { CommandDefinitions } from './command-definition.js';

const NOON = 12;

export const factCommands: CommandDefinitions<'registerFact' | 'correctFact' | 'retractFact'> = {
  registerFact: {
    label: { nb: 'Registrer', en: 'Register' },
    afterClose: true,
    handle(buffer, command, { fact, on, data: given, proof }) {
      const rule = buffer.ctx.core.facts[fact];
      if (!rule)
        return refuse('bad-fact', {
          nb: `Prosessen har ingen opplysning «${fact}».`,
          en: `The process has no fact "${fact}".`,
        });
      const refusal =
        refuseClosedOrUnauthorised(buffer, command, rule, fact) ??
        refuseDate(buffer, on, rule) ??
        refuseOutOfOrder(buffer, rule) ??
        refuseHeld(buffer, fact, rule) ??
        refuseGivenDate(buffer, rule, given) ??
        refuseUnclearPromise(buffer, rule, given) ??
        refuseConflictAsMentor(buffer, { fact, data: given }) ??
        refuseClearance(buffer, command, { fact, data: given });
      if (refusal) return refusal;
      const data = withPromise(buffer, rule, given);
      const { on: date, at } = happenedAt(buffer.now, on);
      const tells = toldOf(buffer.state, rule, data);
      const more = { ...(tells.length > 0 && { tells }), ...(proof && { proof }) };
      appendEvent(buffer, 'factRegistered', { fact, on: date, data, ...more }, at);
      movePromise(buffer, rule, data);
      return null;
    },
  },

  correctFact: {
    label: { nb: 'Rett opplysning', en: 'Correct a fact' },
    afterClose: true,
    handle(buffer, command, { event, on, data, reason, proof }) {
      const current = currentFact(buffer.state, event);
      if ('code' in current) return current;
      const rule = buffer.ctx.core.facts[current.fact];
      if (!rule)
        return refuse('bad-fact', {
          nb: `Prosessen har ingen opplysning «${current.fact}».`,
          en: `The process has no fact "${current.fact}".`,
        });
      const corrected = data ?? { ...current.data };
      const refusal =
        refuseClosedOrUnauthorised(buffer, command, rule) ??
        refuseFactOfOthers(buffer, command, current) ??
        refuseDate(buffer, on, rule) ??
        refuseConflictAsMentor(buffer, { ...current, data: corrected }) ??
        refuseClearance(buffer, command, { ...current, data: corrected }) ??
        refuseClearanceWithdrawal(buffer, current, osloDateOf(buffer.now), corrected);
      if (refusal) return refusal;
      const { on: date, at } = on === undefined ? current : happenedAt(buffer.now, on);
      const { fact } = current;
      const revision = { event, fact, on: date, at, data: corrected, reason, ...(proof && { proof }) };
      appendEvent(buffer, 'factCorrected', revision);
      return null;
    },
  },

  retractFact: {
    label: { nb: 'Trekk opplysning tilbake', en: 'Retract a fact' },
    afterClose: true,
    handle(buffer, command, { event, reason }) {
      const current = currentFact(buffer.state, event);
      if ('code' in current) return current;
      const rule = buffer.ctx.core.facts[current.fact];
      const refusal =
        (rule && refuseClosedOrUnauthorised(buffer, command, rule)) ??
        refuseFactOfOthers(buffer, command, current) ??
        refuseClearanceWithdrawal(buffer, current, osloDateOf(buffer.now));
      if (refusal) return refusal;
      appendEvent(buffer, 'factRetracted', { event, fact: current.fact, reason });
      return null;
    },
  },
};

/** Now when no date or today is given, else noon in Oslo on that date. */
export function happenedAt(now: Instant, on: LocalDate | undefined): { on: LocalDate; at: Instant } {
  const today = osloDateOf(now);
  return on === undefined || on === today ? { on: today, at: now } : { on, at: instantInOslo(on, NOON) };
}

function refuseClosedOrUnauthorised(
  buffer: EventBuffer,
  command: Command,
  rule: FactRule,
  fact?: string,
): Refusal | null {
  if (buffer.state.closedAt !== undefined && !rule.afterClose) {
    return refuse(
      'already-closed',
      { nb: 'Saken er avsluttet.', en: 'The case is closed.' },
      {
        command: 'reopen',
        role: 'leder',
        text: { nb: 'Gjenåpne saken først.', en: 'Reopen the case first.' },
      },
    );
  }
  if (isPermitted(buffer.ctx.core, buffer.state, command.by, rule.by)) return null;
  if (fact !== undefined && holdsDebtMetBy(buffer, command, fact)) return null;
  return refuse('not-yours', {
    nb: 'Opplysningen registreres av den som har saken eller rollen for den.',
    en: 'The fact is registered by whoever has the case or the role for it.',
  });
}

/** A person from outside may correct or retract only facts that they registered. */
function refuseFactOfOthers({ state, ctx }: EventBuffer, { by }: Command, fact: Fact): Refusal | null {
  const inside =
    by.grants.some(({ role }) => !isOutsideRole(role)) ||
    isPermitted(ctx.core, state, by, ['owner', 'deputy', 'contact']);
  if (inside || fact.by === by.user) return null;
  return refuse('not-yours', {
    nb: 'Bare den som har registrert det, eller kommunen, kan rette eller trekke det tilbake.',
    en: 'Only the person who registered it, or the municipality, may correct or retract it.',
  });
}

export function refuseDate(
  { now, state }: Pick<EventBuffer, 'now' | 'state'>,
  on: LocalDate | undefined,
  { mayPrecede }: Pick<FactRule, 'mayPrecede'>,
): Refusal | null {
  if (on === undefined) return null;
  if (on > osloDateOf(now)) return refuse('in-the-future', notYet(on));
  if (on < FIRST_DAY)
    return refuse('out-of-range', {
      nb: `Datoer før ${dayText(FIRST_DAY).nb} kan ikke registreres.`,
      en: `Dates before ${dayText(FIRST_DAY).en} cannot be registered.`,
    });
  const opened = osloDateOf(state.openedAt);
  if (mayPrecede || on >= addDays(opened, -MOST_DAYS_BEFORE)) return null;
  return refuse('out-of-range', {
    nb: `Saken kom inn ${dayText(opened).nb}. Dette er mer enn et år før det. Se på årstallet.`,
    en: `The case came in on ${dayText(opened).en}. This is more than a year before that. Look at the year.`,
  });
}

/** People have met before a case is opened of it; what is older than this is a slip of the pen. */
const MOST_DAYS_BEFORE = 366;

function refuseOutOfOrder(buffer: EventBuffer, rule: FactRule): Refusal | null {
  const { state } = buffer;
  if (rule.phases && !rule.phases.includes(state.phase))
    return refuse('not-in-phase', {
      nb: 'Opplysningen hører ikke til denne fasen.',
      en: 'The fact does not belong to this phase.',
    });
  const missing = missingPrerequisite(buffer.ctx.core, state, rule);
  if (missing !== undefined) {
    const text = { nb: 'Dette må registreres først.', en: 'This must be registered first.' };
    return refuse(
      'not-in-phase',
      { nb: 'Noe må være registrert før dette.', en: 'Something must be registered before this.' },
      {
        command: 'registerFact',
        fact: missing,
        role: 'owner',
        text,
      },
    );
  }
  if (rule.withdraws && !standingYes(buffer.ctx.core, state, rule.withdraws)) {
    const text = { nb: 'En enhet må ha sagt ja først.', en: 'A unit must have said yes first.' };
    return refuse(
      'not-in-phase',
      { nb: 'Ingen enhet står ved et ja som kan trekkes.', en: 'No unit stands by a yes that can be withdrawn.' },
      { command: 'askUnit', role: 'owner', text },
    );
  }
  if (rule.needsGate && !state.marks.some((mark) => mark.key === `accepted:${rule.needsGate}`)) {
    const text = {
      nb: 'Beslutningen må tas og overleveringen godtas først.',
      en: 'The decision must be taken and the handover accepted first.',
    };
    return refuse(
      'gate-blocked',
      {
        nb: 'Beslutningspunktet som dette hviler på, er ikke passert.',
        en: 'The gate that this rests on is not passed.',
      },
      {
        command: 'decideGate',
        role: 'leder',
        text,
      },
    );
  }
  return refuseBeforeDecision(state, rule);
}

/** What rests on a decision is done after it. */
function refuseBeforeDecision({ gate, decision }: Case, { needsDecision }: FactRule): Refusal | null {
  if (needsDecision !== gate || decision?.toPhase) return null;
  return refuse(
    'gate-blocked',
    {
      nb: 'Dette kommer etter beslutningen, som ikke er tatt.',
      en: 'This comes after the decision, which is not taken.',
    },
    {
      command: 'decideGate',
      role: 'leder',
      text: { nb: 'Ta beslutningen først.', en: 'Take the decision first.' },
    },
  );
}

function refuseHeld(buffer: EventBuffer, fact: string, rule: FactRule): Refusal | null {
  const hold = openHoldOn(buffer.ctx.core, buffer.state, fact);
  const until = hold?.dueAt ?? notBeforeOf(buffer.state, rule);
  if (until === undefined || until <= buffer.now) return null;
  return refuse('held', earliestText(osloDateOf(until)), undefined, {
    until,
    ...(hold && { deadline: hold.id }),
  });
}

function currentFact(state: Case, event: number): Fact | Refusal {
  const fact = state.facts.find((it) => it.revisionSeqs.includes(event));
  if (!fact)
    return refuse('bad-fact', {
      nb: `Hendelse ${event} er ingen registrert opplysning.`,
      en: `Event ${event} is no registered fact.`,
    });
  const newest = fact.revisionSeqs.at(-1) ?? fact.seq;
  if (newest !== event || fact.retracted) {
    return refuse(
      'superseded',
      { nb: `Hendelse ${event} er erstattet av ${newest}.`, en: `Event ${event} is replaced by ${newest}.` },
      undefined,
      { newer: newest },
    );
  }
  return fact;
}

/** Whom the fact is told to, with the unit that it names in the place of `named`. */
function toldOf(state: Case, { tells = [], names = {} }: FactRule, data: Readonly<Record<string, unknown>>): Slot[] {
  const unit = UNIT_PLACES.map((place) => data[names[place] ?? '']).find((it) => typeof it === 'string');
  return tells.map((slot) =>
    slot.replace(/:(named|case)$/, (_all, where) => `:${where === 'named' && unit ? unit : state.unit}`),
  );
}
