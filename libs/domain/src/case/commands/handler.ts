import type { Log } from '../log.js';
import type { Command, CommandBodies, CommandType } from '../../model/command.js';
import type { Refusal } from '../../model/refusal.js';

/** Checks one command against the case and appends its events, or says why not and appends none. */
export type Handler<T extends CommandType> = (log: Log, command: Command, body: CommandBodies[T]) => Refusal | null;

export type Handlers<T extends CommandType> = { readonly [K in T]: Handler<K> };
