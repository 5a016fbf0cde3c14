import type { UserId } from '../model/case.js';
import type { GateId, Who } from '../process/process-document.js';

/**
 * What would move a case or meet a debt, found from the rules and the case alone. `stepsOfAct` makes steps of it: with a
 * label, with what is still to be filled in, and with the people who may take it.
 */
export interface Act {
  readonly command: string;
  /** What is known of the command's body. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Those who may do it, best first. */
  readonly who: readonly Who[];
  /** Named persons instead of `who`: the receivers of a handover. */
  readonly persons?: readonly UserId[];
  /** The gate that it decides. */
  readonly gate?: GateId;
  /** The item of the checklist that it meets. */
  readonly item?: string;
}

/** Two acts with the same key are the same act. */
export const actKey = ({ command, body }: Pick<Act, 'command' | 'body'>): string =>
  `${command} ${JSON.stringify(Object.entries(body).sort())}`;
