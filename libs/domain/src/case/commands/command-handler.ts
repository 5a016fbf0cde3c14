import type { EventBuffer } from '../event-buffer.js';
import type { Command, CommandBodies, CommandType } from '../../model/command.js';
import type { Refusal } from '../../model/refusal.js';

/** Checks one command and appends its events to the buffer, or returns a refusal and appends none. */
export type CommandHandler<T extends CommandType> = (
  buffer: EventBuffer,
  command: Command,
  body: CommandBodies[T],
) => Refusal | null;

export type CommandHandlers<T extends CommandType> = { readonly [K in T]: CommandHandler<K> };
