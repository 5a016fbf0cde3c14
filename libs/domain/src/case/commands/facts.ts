import { atOslo, osloDateOf } from '../../calendar/oslo.js';
import { FIRST_DAY } from '../../calendar/years.js';
import { holdOn } from '../../gate/blockers.js';
import { permits } from '../../policy/permits.js';
import { isOutsideRole } from '../../policy/roles.js';
import { mayNotClear, mayNotHelp, mayNotUnclear } from '../../policy/segregation.js';
import { notBeforeRules } from '../../rules/not-before-rules.js';
import { append } from '../log.js';
import { missingBefore } from '../../rules/prerequisites.js';
import { refuse } from '../../model/refusal.js';
import type { NotBeforeRule } from '../../rules/names.js';
import type { Case, Fact } from '../../model/case.js';
import type { Command } from '../../model/command.js';
import type { Log } from '../log.js';
import type { Refusal } from '../../model/refusal.js';
import type { FactRule } from '../../process/core.js';
import type { Instant, LocalDate } from '../../time.js';
import type { Handlers } from './handler.js';

const NOON = 12;

export const factCommands: Handlers<'registerFact' | 'correctFact' | 'retractFact'> = {
  registerFact(log, command, { fact, on, data }) {
    const rule = log.ctx.core.facts[fact];
    if (!rule) return refuse('bad-fact', `Prosessen har ingen opplysning «${fact}».`);
    const refusal =
      allowed(log, command, rule) ??
      dated(log, on) ??
      inPlace(log, rule) ??
      barred(log, fact, rule) ??
      mayNotHelp(log.state, data) ??
      mayNotClear(command, fact, data);
    if (refusal) return refusal;
    const { on: date, at } = heldAt(log.now, on);
    append(log, 'factRegistered', { fact, on: date, data }, at);
    return null;
  },

  correctFact(log, command, { event, on, data, reason }) {
    const found = standing(log.state, event);
    if ('code' in found) return found;
    const rule = log.ctx.core.facts[found.fact];
    if (!rule) return refuse('bad-fact', `Prosessen har ingen opplysning «${found.fact}».`);
    const corrected = data ?? { ...found.data };
    const refusal =
      allowed(log, command, rule) ??
      foreign(log, command, found) ??
      dated(log, on) ??
      mayNotHelp(log.state, corrected) ??
      mayNotClear(command, found.fact, corrected) ??
      mayNotUnclear(log.state, found, osloDateOf(log.now), corrected.cleared);
    if (refusal) return refusal;
    const { on: date, at } = on === undefined ? found : heldAt(log.now, on);
    append(log, 'factCorrected', { event, fact: found.fact, on: date, at, data: corrected, reason });
    return null;
  },

  retractFact(log, command, { event, reason }) {
    const found = standing(log.state, event);
    if ('code' in found) return found;
    const rule = log.ctx.core.facts[found.fact];
    const refusal =
      (rule && allowed(log, command, rule)) ??
      foreign(log, command, found) ??
      mayNotUnclear(log.state, found, osloDateOf(log.now));
    if (refusal) return refusal;
    append(log, 'factRetracted', { event, fact: found.fact, reason });
    return null;
  },
};

/** Now when no date or today's is given, else noon of that day. */
function heldAt(now: Instant, on: LocalDate | undefined): { on: LocalDate; at: Instant } {
  const today = osloDateOf(now);
  return on === undefined || on === today ? { on: today, at: now } : { on, at: atOslo(on, NOON) };
}

function allowed(log: Log, command: Command, rule: FactRule): Refusal | null {
  if (log.state.closedAt !== undefined && !rule.afterClose) {
    return refuse('already-closed', 'Saken er avsluttet.', {
      command: 'reopen',
      role: 'leder',
      text: 'Gjenåpne saken først.',
    });
  }
  if (permits(log.state, command.by, rule.by)) return null;
  return refuse('not-yours', 'Opplysningen registreres av den som har saken eller rollen for den.');
}

/** Somebody outside takes back what they said themselves; what the municipality has registered stands. */
function foreign({ state }: Log, { by }: Command, fact: Fact): Refusal | null {
  const inside =
    by.grants.some(({ role }) => !isOutsideRole(role)) || permits(state, by, ['owner', 'deputy', 'contact']);
  if (inside || fact.by === by.user) return null;
  return refuse('not-yours', 'Bare den som har registrert det, eller kommunen, kan rette eller trekke det tilbake.');
}

function dated(log: Log, on: LocalDate | undefined): Refusal | null {
  if (on === undefined) return null;
  if (on > osloDateOf(log.now)) return refuse('in-the-future', `${on} er ikke kommet ennå.`);
  return on < FIRST_DAY ? refuse('out-of-range', `Datoer før ${FIRST_DAY} kan ikke registreres.`) : null;
}

function inPlace(log: Log, rule: FactRule): Refusal | null {
  const { state } = log;
  if (rule.phases && !rule.phases.includes(state.phase))
    return refuse('not-in-phase', 'Opplysningen hører ikke til denne fasen.');
  const missing = missingBefore(log.ctx.core, state, rule);
  if (missing !== undefined) {
    const text = 'Dette må registreres først.';
    return refuse('not-in-phase', 'Noe må være registrert før dette.', {
      command: 'registerFact',
      fact: missing,
      role: 'owner',
      text,
    });
  }
  if (rule.needsGate && !state.marks.some((mark) => mark.key === `accepted:${rule.needsGate}`)) {
    const text = 'Beslutningen må tas og overleveringen godtas først.';
    return refuse('gate-blocked', `Beslutningspunkt ${rule.needsGate} er ikke passert.`, {
      command: 'decideGate',
      role: 'leder',
      text,
    });
  }
  return null;
}

function barred(log: Log, fact: string, rule: FactRule): Refusal | null {
  const hold = holdOn(log.ctx.core, log.state, fact);
  const until =
    hold?.dueAt ?? (rule.notBefore ? notBeforeRules[rule.notBefore as NotBeforeRule](log.state) : undefined);
  if (until === undefined || until <= log.now) return null;
  return refuse('held', `Dette kan først gjøres ${osloDateOf(until)}.`, undefined, {
    until,
    ...(hold && { deadline: hold.id }),
  });
}

function standing(state: Case, event: number): Fact | Refusal {
  const fact = state.facts.find((it) => it.chain.includes(event));
  if (!fact) return refuse('bad-fact', `Hendelse ${event} er ingen registrert opplysning.`);
  const newest = fact.chain.at(-1) ?? fact.seq;
  if (newest !== event || fact.retracted) {
    return refuse('superseded', `Hendelse ${event} er erstattet av ${newest}.`, undefined, { newer: newest });
  }
  return fact;
}
