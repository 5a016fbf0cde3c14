import { refusalOf, refuseCommand } from '../case/decide.js';
import { refuse } from '../model/refusal.js';
import { RULE_LEVEL } from '../model/rule-context.js';
import { peopleOf } from './who/command-people.js';
import { smallestBodies } from './smallest-bodies.js';
import type { Actor, Command, CommandBody, CommandType } from '../model/command.js';
import type { Refusal } from '../model/refusal.js';
import type { StepContext } from './steps-of-act.js';

export interface Action {
  readonly type: CommandType;
  readonly allowed: boolean;
  /** Why it is not allowed. */
  readonly why?: Refusal['detail'];
}

/**
 * Every command with whether this person may give it now, and why not. The case itself is asked: a command is allowed when one
 * of its smallest bodies is accepted.
 */
export function availableActions(context: StepContext, actor: Actor): Action[] {
  const { document, directory } = context;
  const people = peopleOf(directory);
  return (Object.keys(document.commands) as CommandType[]).map((type) => {
    const why = refusalNow(context, { id: 'actions', hash: '', by: actor, people }, type);
    return why === null ? { type, allowed: true } : { type, allowed: false, why: why.detail };
  });
}

/** Null when the case accepts some body of the command, else why it refuses the likeliest. */
function refusalNow(context: StepContext, command: Omit<Command, 'body'>, type: CommandType): Refusal | null {
  const { document, state, now } = context;
  const ctx = { core: document, speed: 1, ruleLevel: RULE_LEVEL };
  let first = refuseCommand(ctx, state, command.by, type);
  if (first) return first;
  for (const fields of smallestBodies({ ...context, actor: command.by }, type)) {
    const body = { type, ...fields } as CommandBody;
    const refusal = refusalOf(ctx, state, { ...command, body }, now);
    if (refusal === null) return null;
    first ??= refusal;
  }
  return first ?? NOTHING_TO_DO;
}

/** There is nothing in the case that the command could be about. */
const NOTHING_TO_DO = refuse('not-found', {
  nb: 'Saken har ikke noe å gjøre dette med nå.',
  en: 'The case has nothing to do this with now.',
});
