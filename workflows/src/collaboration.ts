import {
  allHandlersFinished,
  ApplicationFailure,
  condition,
  continueAsNew,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import {
  CASE_RESTARTING,
  CLOSED_MS,
  closeUpdate,
  commandUpdate,
  renewSignal,
  runStateQuery,
  workflowIdOf,
} from '#contracts/messages/collaboration.js';
import type { CommandAccepted, RunInput, RunState, SentCommand } from '#contracts/messages/collaboration.js';
import { isUnsigned, misdirected, type Addressed } from '#contracts/messages/signature.js';
import { RULE_LEVEL, type RuleContext } from '#domain/model/rule-context.js';
import type { Command } from '#domain/model/command.js';
import { decide } from '#domain/case/decide.js';
import type { CaseChange } from '#domain/case/event-buffer.js';
import type { CaseEvent } from '#domain/model/events.js';
import { fire } from '#domain/case/fire.js';
import { coreFrom } from '#domain/process/core-bytes.js';
import { nextWakeAt } from '#domain/deadline/next-wake.js';
import { domainNow, wallDelayMs } from '#domain/clock.js';
import { refuse } from '#domain/model/refusal.js';
import { record } from './record.js';
import { refusalFailure } from './refusal-failure.js';

const MAX_EVENTS_PER_BATCH = 100;
const RENEW_AFTER_EVENTS = 500;

/**
 * Runs one case while it is open or has an open deadline. After the opening it alone produces the case's events.
 *
 * 1. A command is an update. Its validator and handler are synchronous, both call `decide`, and both are registered before
 *    the first await. The answer is only version and epoch, because answers are stored in the workflow's history.
 * 2. A refusal is a non-retryable ApplicationFailure whose type is the refusal's code. No other failure has such a type.
 *    A run that is closed before a restart refuses every command with `case-restarting`, which is no refusal: the sender
 *    waits and sends it to the next run. Only the validator does so, because a replay does not call it.
 * 3. `decide` first fires what is due by now, and then applies the command.
 * 4. A repeated command id produces no events and returns the version that the command first led to.
 * 5. Events stay in `outbox` until `record` has written them to Postgres; commands are accepted meanwhile. `record` is
 *    retried for ever, in seq order, at most 100 events at a time. Only `epoch-superseded` ends the run, when a newer run
 *    owns the case. `close` is answered when `outbox` is empty: then a new run loses nothing of this one.
 * 6. Correctness does not depend on cancelled timers: whatever wakes the loop, it reads the state again.
 * 7. The state is plain JSON, so it survives continue-as-new unchanged.
 * 8. `decide`, `fire` and `evolve` give the same events for the same input for ever, or branch on the rule level in `ctx`,
 *    which rises only here, at continue-as-new, and never falls: code of a lower level fails its task, which waits for a
 *    worker with newer code. Changes to this file are guarded by `patched('yyyy-mm-what')`.
 * 9. Input holds no personal data and no free text: only our own ids, codes, dates and text keys.
 * 10. The pinned process and the clock are part of the input and are passed to the next run. A run continues as new only
 *     with an empty outbox and no handler in progress, so that no accepted command is lost, and not while it is closed.
 * 11. What others send is not believed. Every payload is signed (`libs/engine/src/data-converter.ts`), and a command says to
 *     which case and when it was sent. A validator refuses what is not; an unsigned start ends at once.
 */
export async function collaboration(input: RunInput, core: Uint8Array): Promise<void> {
  requireOwnInput(input, core);
  const { clock, epoch, ruleLevel } = input;
  if (ruleLevel > RULE_LEVEL) throw new Error(`the run has rule level ${ruleLevel}, but this code only ${RULE_LEVEL}`);
  const ctx: RuleContext = { core: coreFrom(core), speed: clock.speed, ruleLevel };
  const outbox: CaseEvent[] = [];
  let state = input.case;
  let renewalRequested = false;
  let closedUntil = 0;

  const now = () => domainNow(clock, Date.now());
  const commit = (change: CaseChange) => {
    ({ state } = change);
    outbox.push(...change.events);
  };
  const decideOrThrow = (command: Command) => {
    const verdict = decide(ctx, state, command, now());
    if (!verdict.ok) throw refusalFailure(verdict.refusal);
    return verdict;
  };
  const accept = (command: Command): CommandAccepted => {
    const verdict = decideOrThrow(command);
    commit(verdict);
    const withoutEvents = !state.recentCommands.some(([id]) => id === command.id);
    return { version: verdict.version, epoch, ...(withoutEvents && { withoutEvents }) };
  };
  const requireAddressed = (sent: Addressed): void => {
    const reason = misdirected(sent, state.id, Date.now());
    if (reason !== null)
      throw refusalFailure(
        refuse('forbidden', {
          nb: `Saken tar ikke imot dette: ${reason}.`,
          en: `The case does not take this: ${reason}.`,
        }),
      );
  };
  const validate = (command: SentCommand): void => {
    requireAddressed(command);
    if (isClosed()) throw ApplicationFailure.nonRetryable('the case is being restarted', CASE_RESTARTING);
    decideOrThrow(command);
  };
  const isClosed = () => Date.now() < closedUntil;
  const runState = (): RunState => ({
    number: state.number,
    version: state.version,
    epoch,
    unrecorded: outbox.length,
  });
  const close = async (): Promise<RunState> => {
    closedUntil = Date.now() + CLOSED_MS;
    await condition(() => outbox.length === 0);
    return runState();
  };
  const renewalDue = () => {
    const { historyLength, continueAsNewSuggested } = workflowInfo();
    return !isClosed() && (renewalRequested || historyLength > RENEW_AFTER_EVENTS || continueAsNewSuggested);
  };

  setHandler(commandUpdate, accept, { validator: validate });
  setHandler(closeUpdate, close, { validator: requireAddressed });
  setHandler(runStateQuery, runState);
  setHandler(renewSignal, () => void (renewalRequested = true));

  for (;;) {
    commit(fire(ctx, state, now()));
    while (outbox.length > 0) {
      const events = outbox.slice(0, MAX_EVENTS_PER_BATCH);
      if ((await record({ id: state.id, epoch, events })) === 'superseded') return;
      outbox.splice(0, events.length);
    }
    const due = nextWakeAt(state);
    if (state.closedAt !== undefined && due === null) return;
    if (renewalDue()) {
      await condition(allHandlersFinished);
      if (outbox.length > 0 || isClosed()) continue;
      await continueAsNew<typeof collaboration>({ ...input, case: state, ruleLevel: RULE_LEVEL }, core);
    }
    const { version } = state;
    const shouldWake = () => state.version !== version || renewalDue();
    if (due === null) await condition(shouldWake);
    else await condition(shouldWake, wallDelayMs(clock, due, Date.now()));
  }
}

/** A run that somebody else has started, or with what belongs to another case, ends before it has done anything. */
function requireOwnInput(input: Partial<RunInput> | undefined, core: unknown): void {
  const id = isUnsigned(input) ? undefined : input?.case?.id;
  const isOurs = id !== undefined && ArrayBuffer.isView(core) && workflowInfo().workflowId === workflowIdOf(id);
  if (!isOurs) throw ApplicationFailure.nonRetryable('this run was not started by this installation', 'not-ours');
}
