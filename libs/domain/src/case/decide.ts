import { announceReadyHandover } from './announce-ready-handover.js';
import { reconcileDeadlines } from './reconcile-deadlines.js';
import { isPermitted } from '../policy/permits.js';
import { isReadOnlyActor } from '../policy/read-access.js';
import { appendDueEvents, caseBy } from './fire.js';
import { createEventBuffer } from './event-buffer.js';
import { definitionOf } from './commands/command-table.js';
import { KEY_REUSED, refuse } from '../model/refusal.js';
import type { Case } from '../model/case.js';
import type { Actor, Command, CommandType } from '../model/command.js';
import type { RuleContext } from '../model/rule-context.js';
import type { CaseChange, EventBuffer } from './event-buffer.js';
import type { Refusal } from '../model/refusal.js';
import type { Instant } from '../time.js';

export type DecideResult =
  /** `version` is what the command led to; a repeated command led to an older one than the state has. */
  ({ readonly ok: true; readonly version: number } & CaseChange) | { readonly ok: false; readonly refusal: Refusal };

/**
 * The events that a command leads to and the case after them, or the refusal. Pure.
 *
 * 1. A repeated command id gives no events and the version it first led to; with another body it is `key-reused`.
 * 2. Everything due by `now` fires before the command is checked.
 * 3. The order of the checks: expected version, closed or suspended, permission, and then the command's own.
 * 4. A refusal returns no events, not even those that fell due: the workflow's loop fires them by itself.
 */
export function decide(ctx: RuleContext, state: Case, command: Command, now: Instant): DecideResult {
  const before = state.recentCommands.find(([id]) => id === command.id);
  if (before) {
    const [, hash, version] = before;
    return hash === command.hash ? { ok: true, events: [], state, version } : refused(KEY_REUSED);
  }
  if (command.ifMatch !== undefined && command.ifMatch !== state.version) {
    return refused(
      refuse(
        'stale',
        {
          nb: `Saken er endret siden du leste den (nå versjon ${state.version}).`,
          en: `The case has changed since you read it (now version ${state.version}).`,
        },
        undefined,
        {
          version: state.version,
        },
      ),
    );
  }
  const clock = createEventBuffer(ctx, state, now, null);
  appendDueEvents(clock);
  const buffer = createEventBuffer(ctx, clock.state, now, command.by.user, command);
  const refusal = refuseCommand(ctx, buffer.state, command.by, command.body.type) ?? applyCommand(buffer, command);
  if (refusal) return refused(refusal);
  const { state: after } = buffer;
  return { ok: true, events: [...clock.events, ...buffer.events], state: after, version: after.version };
}

/**
 * The refusal of a new command, or null: that of `decide` without the deadlines that would follow, which take most of the
 * time and refuse only dates beyond the calendar.
 */
export function refusalOf(ctx: RuleContext, state: Case, command: Command, now: Instant): Refusal | null {
  const buffer = createEventBuffer(ctx, caseBy(ctx, state, now), now, command.by.user, command);
  const refusal = refuseCommand(ctx, buffer.state, command.by, command.body.type);
  return refusal ?? withinCalendar(() => handleCommand(buffer, command));
}

/** The refusal that needs no body (state of the case, permission), or null; the command's own checks come after. */
export function refuseCommand(ctx: RuleContext, state: Case, by: Actor, type: CommandType): Refusal | null {
  return refuseByState(state, type) ?? refuseByRole(ctx, state, by, type);
}

/** Runs the handler, then reconciles the deadlines. */
function applyCommand(buffer: EventBuffer, command: Command): Refusal | null {
  return withinCalendar(() => {
    const refusal = handleCommand(buffer, command);
    if (refusal) return refusal;
    announceReadyHandover(buffer);
    reconcileDeadlines(buffer);
    return null;
  });
}

function handleCommand(buffer: EventBuffer, command: Command): Refusal | null {
  return definitionOf(command.body.type).handle(buffer, command, command.body as never);
}

/** A RangeError comes from a date outside the supported years, which the sender gave. */
function withinCalendar(act: () => Refusal | null): Refusal | null {
  try {
    return act();
  } catch (error) {
    if (error instanceof RangeError)
      return refuse('out-of-range', {
        nb: 'En dato gir en frist utenfor årene 1900-2100.',
        en: 'A date leads to a deadline outside the years 1900-2100.',
      });
    throw error;
  }
}

function refused(refusal: Refusal): DecideResult {
  return { ok: false, refusal };
}

function refuseByState(state: Case, type: CommandType): Refusal | null {
  if (state.closedAt !== undefined && !definitionOf(type).afterClose) {
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
  if (state.state === 'SUSPENDED' && definitionOf(type).refusedWhileSuspended) {
    return refuse(
      'not-in-phase',
      { nb: 'Saken er på vent.', en: 'The case is suspended.' },
      {
        command: 'resume',
        role: 'owner',
        text: { nb: 'Ta saken av vent først.', en: 'Resume the case first.' },
      },
    );
  }
  return null;
}

const TELLS_ITSELF: ReadonlySet<string> = new Set(['receiver', 'asked', 'approver']);

function refuseByRole(ctx: RuleContext, state: Case, by: Actor, type: CommandType): Refusal | null {
  const rule = ctx.core.commands[type];
  if (!rule)
    return refuse('forbidden', {
      nb: 'Denne prosessen har ikke kommandoen.',
      en: 'This process does not have the command.',
    });
  if (rule.phases && !rule.phases.includes(state.phase))
    return refuse('not-in-phase', {
      nb: 'Det kan ikke gjøres i denne fasen.',
      en: 'That cannot be done in this phase.',
    });
  if (isReadOnlyActor(state, by))
    return refuse('forbidden', {
      nb: 'Du kan lese saken, men ikke gjøre noe i den.',
      en: 'You may read the case, but do nothing in it.',
    });
  if (isPermitted(ctx.core, state, by, rule.who)) return null;
  // The command's own check says what there is to answer, and who is asked.
  if (rule.who.some((who) => TELLS_ITSELF.has(who))) return null;
  if (rule.who.includes('owner'))
    return refuse(
      'not-yours',
      { nb: 'Bare den som har saken, kan gjøre dette.', en: 'Only whoever has the case may do this.' },
      undefined,
      { owner: state.owner },
    );
  return refuse('forbidden', { nb: 'Rollen din gir ikke adgang til dette.', en: 'Your role does not allow this.' });
}
