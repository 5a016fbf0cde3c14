import { osloDateOf } from '../../calendar/oslo-time.js';
import { blockers } from '../../gate/blockers.js';
import { checklistEntryOf } from '../../gate/checklist.js';
import { canActFor, isPermitted } from '../../policy/permits.js';
import { routeOf } from '../../rules/route-of.js';
import { isTrue } from '../../rules/when-rules.js';
import { appendEvent } from '../event-buffer.js';
import { isDocumentRef } from '../../model/ids.js';
import { refuse } from '../../model/refusal.js';
import { dayText, earliestText } from '../../model/words/day-text.js';
import type { Case, HandoverState } from '../../model/case.js';
import type { Command, CommandBodies } from '../../model/command.js';
import type { EventBuffer } from '../event-buffer.js';
import type { Refusal } from '../../model/refusal.js';
import type { ItemRule, GateOutcome } from '../../process/process-document.js';
import { refuseWhileUnanswered } from './handover-sending.js';
import type { CommandDefinitions } from './command-definition.js';

export const gateCommands: CommandDefinitions<'tickItem' | 'waiveItem' | 'decideGate' | 'askDecision'> = {
  tickItem: {
    label: { nb: 'Kryss av', en: 'Tick off' },
    handle(buffer, command, { item, reference, proof = [] }) {
      const rule = currentItem(buffer, item);
      if ('code' in rule) return rule;
      if ('fact' in rule.metBy) {
        const text = {
          nb: 'Registrer opplysningen, så fylles punktet ut.',
          en: 'Register the fact, which meets the item.',
        };
        return refuse(
          'bad-fact',
          { nb: 'Punktet oppfylles av en registrert opplysning.', en: 'The item is met by a registered fact.' },
          {
            command: 'registerFact',
            fact: rule.metBy.fact,
            item,
            role: 'owner',
            text,
          },
        );
      }
      if ('state' in rule.metBy)
        return refuse('bad-fact', {
          nb: 'Punktet oppfylles av saken selv og kan ikke krysses av.',
          en: 'The item is met by the case itself and cannot be ticked.',
        });
      if (!isPermitted(buffer.ctx.core, buffer.state, command.by, rule.by ?? ['owner', 'deputy', 'manager']))
        return refuse('not-yours', {
          nb: 'Punktet krysses av den som har saken.',
          en: 'The item is ticked by whoever has the case.',
        });
      if (reference === undefined && !proof.some(isDocumentRef) && needsReference(buffer, command, rule))
        return refuse(
          'legal-item',
          {
            nb: 'Punktet følger av lov eller avtale og krysses ikke av uten henvisning.',
            en: 'The item follows from law or agreement and is not ticked without a reference.',
          },
          {
            command: 'tickItem',
            item,
            role: (rule.adviser?.[0] ?? 'owner').split('@')[0] ?? 'owner',
            text: {
              nb: 'Oppgi journalnummer, dokument eller avsnitt i notatet.',
              en: 'Give a journal number, a document or a section of the memo.',
            },
          },
        );
      const entry = checklistEntryOf(buffer.ctx.core, buffer.state, item);
      if (entry.state !== 'DONE')
        appendEvent(buffer, 'itemTicked', {
          item,
          ...(reference !== undefined && { reference }),
          ...(proof.length > 0 && { proof }),
        });
      return null;
    },
  },

  waiveItem: {
    label: { nb: 'Fravik', en: 'Waive' },
    handle(buffer, command, { item, reason }) {
      const rule = currentItem(buffer, item);
      if ('code' in rule) return rule;
      if (rule.requirement === 'LEGAL')
        return refuse('legal-item', {
          nb: 'Punktet følger av lov eller avtale og kan ikke fravikes.',
          en: 'The item follows from law or agreement and cannot be waived.',
        });
      const decider = isPermitted(
        buffer.ctx.core,
        buffer.state,
        command.by,
        buffer.ctx.core.gates[buffer.state.gate].decider,
      );
      if (rule.requirement === 'MANDATORY' && (!decider || canActFor(command.by, buffer.state.owner))) {
        return refuse('forbidden', {
          nb: 'Bare den som tar beslutningen kan fravike punktet, og aldri for egen sak.',
          en: 'Only the person who takes the decision may waive the item, and never in their own case.',
        });
      }
      if (checklistEntryOf(buffer.ctx.core, buffer.state, item).state === 'WAIVED') return null;
      appendEvent(buffer, 'itemWaived', { item, reason });
      return null;
    },
  },

  askDecision: {
    label: { nb: 'Be om beslutning på nytt', en: 'Ask for the decision again' },
    refusedWhileSuspended: true,
    handle(buffer, _command, { note }) {
      const refusal = refuseUnlessRefused(buffer.state);
      if (refusal) return refusal;
      appendEvent(buffer, 'decisionAsked', { gate: buffer.state.gate, note });
      return null;
    },
  },

  decideGate: {
    label: { nb: 'Ta beslutning', en: 'Decide' },
    refusedWhileSuspended: true,
    handle(buffer, command, body) {
      const { state, ctx } = buffer;
      const gate = ctx.core.gates[state.gate];
      if (!isPermitted(ctx.core, state, command.by, gate.decider))
        return refuse(
          'forbidden',
          { nb: 'Beslutningen tas av en annen rolle.', en: 'The decision is taken by another role.' },
          undefined,
          { decider: gate.decider },
        );
      const unanswered = refuseWhileUnanswered(state);
      if (unanswered) return unanswered;
      const open = state.handovers.at(-1);
      if (state.decision && open?.state === 'ACCEPTED' && open.gate === state.gate)
        return refuse('not-in-phase', { nb: 'Beslutningspunktet er passert.', en: 'The gate is passed.' });
      const standing = refuseWhileItStands(state);
      if (standing) return standing;
      const outcome = outcomeFor(gate.outcomes, body);
      if (!outcome)
        return refuse('out-of-range', {
          nb: 'Det valget finnes ikke ved beslutningspunktet saken er ved.',
          en: 'There is no such choice at the gate where the case is.',
        });
      const route = body.route ?? routeOf(ctx.core, state);
      const refusal =
        refuseTooMany(buffer, outcome) ??
        refuseMissingRoute(buffer, outcome, route) ??
        refuseOpenItems(buffer, outcome);
      if (refusal) return refusal;
      const departed = skippedItems(buffer, outcome);
      appendEvent(buffer, 'gateDecided', {
        gate: state.gate,
        decision: outcome.decision,
        enters: outcome.changesPhase,
        reason: body.reason,
        ...(outcome.toPhase && { toPhase: outcome.toPhase }),
        ...(outcome.requiresRoute && route !== undefined && { route }),
        ...(outcome.toldBy && isTrue(ctx.core, state, outcome.toldBy.when) && { toldBy: outcome.toldBy.fact }),
        ...(departed.length > 0 && { departed }),
      });
      if (outcome.decision === 'STOP') appendEvent(buffer, 'caseStopped', { reason: body.reason });
      return null;
    },
  },
};

/** Handed over in vain: it is decided anew where the receivers would not have it. */
const GIVEN_UP: ReadonlySet<HandoverState> = new Set(['RETURNED', 'DECLINED', 'WITHDRAWN', 'LAPSED']);

/** A decision stands until its handover was given up. */
function refuseWhileItStands({ decision, handovers }: Case): Refusal | null {
  const newest = handovers.at(-1);
  if (!decision || (newest && GIVEN_UP.has(newest.state))) return null;
  const { nb, en } = dayText(osloDateOf(decision.at));
  return refuse(
    'superseded',
    {
      nb: `Det ble besluttet ${nb}, og den beslutningen står. Den overleveres; trekkes overleveringen, kan det besluttes på nytt.`,
      en: `It was decided on ${en}, and that decision stands. It is handed over; when the handover is withdrawn, it can be decided anew.`,
    },
    {
      command: newest?.state === 'DRAFT' ? 'sendHandover' : 'draftHandover',
      role: 'owner',
      text: { nb: 'Overlever det som er besluttet.', en: 'Hand over what is decided.' },
    },
    { decidedAt: decision.at, decision: decision.decision },
  );
}

function refuseUnlessRefused({ gateStands, decision }: Case): Refusal | null {
  return gateStands === 'REFUSED' && !decision
    ? null
    : refuse('not-in-phase', {
        nb: 'Det er ikke sagt nei ved beslutningspunktet, så beslutningen trenger ikke bes om på nytt.',
        en: 'The gate was not refused, so the decision need not be asked for again.',
      });
}

/** What the law asks for is never met by a bare tick, but by the named adviser's. */
function needsReference({ ctx, state }: EventBuffer, { by }: Command, { requirement, adviser }: ItemRule): boolean {
  if (requirement !== 'LEGAL') return false;
  return by.user === state.owner || !adviser || !isPermitted(ctx.core, state, by, adviser);
}

function currentItem(buffer: EventBuffer, item: string): ItemRule | Refusal {
  const rule = buffer.ctx.core.items[item];
  if (!rule)
    return refuse('unknown-item', {
      nb: `Prosessen har ikke punktet «${item}».`,
      en: `The process has no item "${item}".`,
    });
  const { items } = buffer.ctx.core.gates[buffer.state.gate];
  return items.includes(item)
    ? rule
    : refuse('not-in-phase', {
        nb: 'Punktet hører ikke til beslutningspunktet saken er ved.',
        en: 'The item does not belong to the gate where the case is.',
      });
}

function outcomeFor(
  ways: readonly GateOutcome[],
  { decision, toPhase }: CommandBodies['decideGate'],
): GateOutcome | undefined {
  return ways.find(
    (outcome) => outcome.decision === decision && (toPhase === undefined || outcome.toPhase === toPhase),
  );
}

function refuseTooMany(buffer: EventBuffer, outcome: GateOutcome): Refusal | null {
  const made = buffer.state.decisions.filter(
    (it) => it.gate === buffer.state.gate && it.decision === outcome.decision,
  ).length;
  return outcome.maxTimes !== undefined && made >= outcome.maxTimes
    ? refuse('out-of-range', {
        nb: 'Dette er allerede gjort så mange ganger som det er adgang til.',
        en: 'This has already been done as many times as is allowed.',
      })
    : null;
}

function refuseMissingRoute(buffer: EventBuffer, outcome: GateOutcome, route: string | undefined): Refusal | null {
  if (!outcome.requiresRoute || (route !== undefined && buffer.ctx.core.routes[route])) return null;
  return refuse(
    'out-of-range',
    route === undefined
      ? { nb: 'Beslutningen må si hvilken vei det går videre.', en: 'The decision must say which way to go on.' }
      : { nb: 'Veien som er valgt, finnes ikke.', en: 'There is no such way on.' },
  );
}

function refuseOpenItems(buffer: EventBuffer, outcome: GateOutcome): Refusal | null {
  const [first] = outcome.skipsChecklist ? [] : blockers(buffer.ctx.core, { ...buffer.state, decision: null });
  if (!first) return null;
  const detail = first.until
    ? earliestText(osloDateOf(first.until))
    : { nb: 'Punkter på sjekklisten gjenstår.', en: 'Items on the checklist remain.' };
  return refuse(
    'gate-blocked',
    detail,
    { ...first.unblock, text: { nb: 'Fullfør punktet.', en: 'Complete the item.' } },
    { blocker: first },
  );
}

function skippedItems(buffer: EventBuffer, outcome: GateOutcome): string[] {
  return outcome.skipsChecklist
    ? blockers(buffer.ctx.core, { ...buffer.state, decision: null }).flatMap(({ item }) => (item ? [item] : []))
    : [];
}
