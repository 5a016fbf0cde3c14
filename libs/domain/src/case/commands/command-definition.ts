import type { EventBuffer } from '../event-buffer.js';
import type { Command, CommandBodies, CommandType } from '../../model/command.js';
import type { Refusal } from '../../model/refusal.js';
import type { Label } from '../../process/process-document.js';

/** A person or unit that a command names, with the JSON pointer of the field in the body. */
export interface PersonOrUnitRef {
  readonly pointer: string;
  readonly id: string;
  /** `staff` is a user who works for the municipality. */
  readonly kind: 'user' | 'staff' | 'unit';
}

/**
 * One command: everything about it but its body's type (`CommandBodies`), its shape on the wire (contracts) and who may
 * give it (the process document).
 */
export interface CommandDefinition<T extends CommandType> {
  /** The text of the button that gives the command. */
  readonly label: Label;
  /** A closed case accepts it too; for facts each fact rule decides (`afterClose`). */
  readonly afterClose?: true;
  readonly refusedWhileSuspended?: true;
  /** The people and units that the body names: the API looks them up, and the command carries the people. */
  readonly refs?: (body: CommandBodies[T]) => readonly PersonOrUnitRef[];
  /** Checks the command and appends its events to the buffer, or returns a refusal and appends none. */
  readonly handle: (buffer: EventBuffer, command: Command, body: CommandBodies[T]) => Refusal | null;
}

export type CommandDefinitions<T extends CommandType> = { readonly [K in T]: CommandDefinition<K> };

export const userRef = (pointer: string, id: string): readonly PersonOrUnitRef[] => [{ pointer, id, kind: 'user' }];
