import { allHandlersFinished, condition, continueAsNew, setHandler, workflowInfo } from '@temporalio/workflow';
import { commandUpdate, renewSignal, type CollaborationInput } from '#contracts/messages/collaboration.js';
import type { CommandAccepted } from '#contracts/messages/collaboration.js';
import { RULES, type Context } from '#domain/model/context.js';
import type { Command } from '#domain/model/command.js';
import { decide } from '#domain/case/decide.js';
import type { CaseEvent } from '#domain/model/events.js';
import { fold } from '#domain/case/evolve.js';
import { fire } from '#domain/case/fire.js';
import { nextDeadline } from '#domain/deadline/next-deadline.js';
import { domainNow, wallDelay } from '#domain/clock.js';
import { record } from './record.js';
import { refused } from './refused.js';

const BATCH = 100;
const RENEW_AFTER_EVENTS = 500;

/**
 * One case, for as long as it is open or a deadline of it is. The only writer of its events after the opening.
 *
 * 1. A command is an update whose validator and handler are synchronous and both call `decide`; they are registered
 *    before the first await. The answer is the version, nothing more: answers stay in history.
 * 2. A refusal is a non-retryable ApplicationFailure whose type is the refusal's code; nothing else has such a type.
 * 3. The clock goes first: what is due by now happens before a command is looked at.
 * 4. A repeated command id leads to no events and to the version it first led to.
 * 5. Events wait in `outbox` until `record` has them in Postgres. Commands are accepted meanwhile; `record` is retried
 *    for ever, in seq order, at most 100 events at a time. Only `epoch-superseded` ends the run: a newer one owns the case.
 * 6. No timer is cancelled to be correct: whatever woke the loop, it asks the state again.
 * 7. The state is plain JSON, so it survives continue-as-new unchanged.
 * 8. `decide`, `fire` and `evolve` give the same events for the same input for ever, or ask `ctx.rules`, which rises
 *    only here, in `renew`. This file changes by `patched('yyyy-mm-what')`.
 * 9. Nothing personal and no free text comes in: ids of our own, codes, dates, keys of texts.
 * 10. The pinned rules and the clock are part of the input and go on to the next run. A run is renewed only with an
 *     empty outbox and no handler under way, so no accepted command is left behind.
 */
export async function collaboration(input: CollaborationInput): Promise<void> {
  const { clock, core, epoch } = input;
  const ctx: Context = { core, speed: clock.speed, rules: input.rules };
  const outbox: CaseEvent[] = [];
  let state = input.case;
  let renewalAsked = false;

  const now = () => domainNow(clock, Date.now());
  const commit = (events: readonly CaseEvent[]) => {
    state = fold(events, state);
    outbox.push(...events);
  };
  const decided = (command: Command) => {
    const verdict = decide(ctx, state, command, now());
    if (!verdict.ok) throw refused(verdict.refusal);
    return verdict;
  };
  const accept = (command: Command): CommandAccepted => {
    const { events, version } = decided(command);
    commit(events);
    return { version };
  };
  const renewalDue = () => {
    const { historyLength, continueAsNewSuggested } = workflowInfo();
    return renewalAsked || historyLength > RENEW_AFTER_EVENTS || continueAsNewSuggested;
  };

  setHandler(commandUpdate, accept, { validator: (command: Command) => void decided(command) });
  setHandler(renewSignal, () => void (renewalAsked = true));

  for (;;) {
    commit(fire(ctx, state, now()));
    while (outbox.length > 0) {
      const events = outbox.slice(0, BATCH);
      if ((await record({ id: state.id, epoch, events })) === 'superseded') return;
      outbox.splice(0, events.length);
    }
    const due = nextDeadline(state);
    if (state.closedAt !== undefined && due === null) return;
    if (renewalDue()) {
      await condition(allHandlersFinished);
      if (outbox.length > 0) continue;
      await continueAsNew<typeof collaboration>({ ...input, case: state, rules: RULES });
    }
    const { version } = state;
    const woken = () => state.version !== version || renewalDue();
    if (due === null) await condition(woken);
    else await condition(woken, wallDelay(clock, due, Date.now()));
  }
}
