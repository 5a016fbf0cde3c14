import { osloDateOf } from '../../calendar/oslo.js';
import { blockers } from '../../gate/blockers.js';
import { entryOf } from '../../gate/checklist.js';
import { actsAs, permits } from '../../policy/permits.js';
import { routeOf } from '../../rules/route-of.js';
import { append } from '../log.js';
import { refuse } from '../../model/refusal.js';
import type { CommandBodies } from '../../model/command.js';
import type { Log } from '../log.js';
import type { Refusal } from '../../model/refusal.js';
import type { ItemRule, Way } from '../../process/core.js';
import type { Handlers } from './handler.js';

export const gateCommands: Handlers<'tickItem' | 'waiveItem' | 'decideGate'> = {
  tickItem(log, command, { item }) {
    const rule = currentItem(log, item);
    if ('code' in rule) return rule;
    if ('fact' in rule.metBy) {
      const text = 'Registrer opplysningen, så fylles punktet ut.';
      return refuse('bad-fact', 'Punktet oppfylles av en registrert opplysning.', {
        command: 'registerFact',
        fact: rule.metBy.fact,
        item,
        role: 'owner',
        text,
      });
    }
    if ('state' in rule.metBy) return refuse('bad-fact', 'Punktet oppfylles av saken selv og kan ikke krysses av.');
    if (!permits(log.state, command.by, rule.by ?? ['owner', 'deputy', 'manager']))
      return refuse('not-yours', 'Punktet krysses av den som har saken.');
    const entry = entryOf(log.ctx.core, log.state, item);
    if (entry.state !== 'DONE') append(log, 'itemTicked', { item });
    return null;
  },

  waiveItem(log, command, { item, reason }) {
    const rule = currentItem(log, item);
    if ('code' in rule) return rule;
    if (rule.requirement === 'LEGAL')
      return refuse('legal-item', 'Punktet følger av lov eller avtale og kan ikke fravikes.');
    const decider = permits(log.state, command.by, log.ctx.core.gates[log.state.gate].decider);
    if (rule.requirement === 'MANDATORY' && (!decider || actsAs(command.by, log.state.owner))) {
      return refuse('forbidden', 'Bare den som tar beslutningen kan fravike punktet, og aldri for egen sak.');
    }
    if (entryOf(log.ctx.core, log.state, item).state === 'WAIVED') return null;
    append(log, 'itemWaived', { item, reason });
    return null;
  },

  decideGate(log, command, body) {
    const { state, ctx } = log;
    const gate = ctx.core.gates[state.gate];
    if (!permits(state, command.by, gate.decider))
      return refuse('forbidden', 'Beslutningen tas av en annen rolle.', undefined, { decider: gate.decider });
    const open = state.handovers.at(-1);
    if (open && (open.state === 'SENT' || open.state === 'ACKNOWLEDGED'))
      return refuse('handover-open', 'En overlevering er sendt og ikke besvart.');
    if (state.decision && open?.state === 'ACCEPTED' && open.gate === state.gate)
      return refuse('not-in-phase', 'Beslutningspunktet er passert.');
    const way = wayFor(gate.ways, body);
    if (!way)
      return refuse(
        'out-of-range',
        `${body.decision}${body.toPhase ? ` til ${body.toPhase}` : ''} er ikke et valg ved ${state.gate}.`,
      );
    const route = body.route ?? routeOf(state);
    const refusal = limited(log, way) ?? routed(log, way, route) ?? unchecked(log, way);
    if (refusal) return refusal;
    const departed = departedFrom(log, way);
    append(log, 'gateDecided', {
      gate: state.gate,
      decision: way.decision,
      enters: way.enters,
      reason: body.reason,
      ...(way.toPhase && { toPhase: way.toPhase }),
      ...(way.routed && route !== undefined && { route }),
      ...(departed.length > 0 && { departed }),
    });
    if (way.decision === 'STOP') append(log, 'caseStopped', { reason: body.reason });
    return null;
  },
};

function currentItem(log: Log, item: string): ItemRule | Refusal {
  const rule = log.ctx.core.items[item];
  if (!rule) return refuse('unknown-item', `Prosessen har ikke punktet «${item}».`);
  const { items } = log.ctx.core.gates[log.state.gate];
  return items.includes(item) ? rule : refuse('not-in-phase', `Punktet hører ikke til ${log.state.gate}.`);
}

function wayFor(ways: readonly Way[], { decision, toPhase }: CommandBodies['decideGate']): Way | undefined {
  return ways.find((way) => way.decision === decision && (toPhase === undefined || way.toPhase === toPhase));
}

function limited(log: Log, way: Way): Refusal | null {
  const made = log.state.decisions.filter((it) => it.gate === log.state.gate && it.decision === way.decision).length;
  return way.most !== undefined && made >= way.most
    ? refuse('out-of-range', 'Dette er allerede gjort så mange ganger som det er adgang til.')
    : null;
}

function routed(log: Log, way: Way, route: string | undefined): Refusal | null {
  if (!way.routed || (route !== undefined && log.ctx.core.routes[route])) return null;
  return refuse(
    'out-of-range',
    route === undefined ? 'Beslutningen må si hvilken vei det går videre.' : `«${route}» er ingen vei videre.`,
  );
}

function unchecked(log: Log, way: Way): Refusal | null {
  const [first] = way.unchecked ? [] : blockers(log.ctx.core, { ...log.state, decision: null });
  if (!first) return null;
  const detail = first.until
    ? `Dette kan først gjøres ${osloDateOf(first.until)}.`
    : 'Punkter på sjekklisten gjenstår.';
  return refuse('gate-blocked', detail, { ...first.unblock, text: 'Fullfør punktet.' }, { blocker: first });
}

function departedFrom(log: Log, way: Way): string[] {
  return way.unchecked
    ? blockers(log.ctx.core, { ...log.state, decision: null }).flatMap(({ item }) => (item ? [item] : []))
    : [];
}
