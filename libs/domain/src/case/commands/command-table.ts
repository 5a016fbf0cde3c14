import { agreedStepCommands } from './agreed-steps.js';
import { approvalCommands } from './approvals.js';
import { debtCommands } from './debts.js';
import { factCommands } from './facts.js';
import { gateCommands } from './gates.js';
import { handoverAnswerCommands } from './handover-answers.js';
import { handoverSendingCommands } from './handover-sending.js';
import { informationCommands } from './information.js';
import { lifecycleCommands } from './lifecycle.js';
import { managerChoiceCommands } from './manager-choices.js';
import { moreTimeCommands } from './more-time.js';
import { meetingCorrections } from './meeting-corrections.js';
import { meetingCommands } from './meetings.js';
import { participantCommands } from './participants.js';
import { questionCommands } from './questions.js';
import { promiseCommands } from './promises.js';
import { responsibilityCommands } from './responsibility.js';
import type { CommandBody, CommandType } from '../../model/command.js';
import type { CommandDefinition, CommandDefinitions, PersonOrUnitRef } from './command-definition.js';

/** Every command. The compiler keeps the table complete. */
export const COMMANDS: CommandDefinitions<CommandType> = {
  ...responsibilityCommands,
  ...participantCommands,
  ...factCommands,
  ...gateCommands,
  ...handoverSendingCommands,
  ...handoverAnswerCommands,
  ...managerChoiceCommands,
  ...questionCommands,
  ...informationCommands,
  ...meetingCommands,
  ...agreedStepCommands,
  ...meetingCorrections,
  ...approvalCommands,
  ...debtCommands,
  ...moreTimeCommands,
  ...lifecycleCommands,
  ...promiseCommands,
};

/** The definition for a body. TypeScript cannot relate the two across the union of commands, hence the one cast. */
export const definitionOf = (type: CommandType): CommandDefinition<never> => COMMANDS[type];

/** The users and units that a command's own fields name. */
export const refsIn = (body: CommandBody): readonly PersonOrUnitRef[] =>
  definitionOf(body.type).refs?.(body as never) ?? [];
