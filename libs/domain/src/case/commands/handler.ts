import type { Log } from '../log.js';
import type { Command, CommandBodies, CommandType } from '../../model/command.js';
import type { Refusal } from '../../model/refusal.js';

/** Checks one command and appends its events to the buffer, or returns a refusal and appends none. */
export type Handler<T extends CommandType> = (buffer: Log, command: Command, body: CommandBodies[T]) => Refusal | null;

export type Handlers<T extends CommandType> = { readonly [K in T]: Handler<K> };
