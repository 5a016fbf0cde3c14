import type { Command } from '../../model/command.js';
import type { Directory } from '../../policy/directory.js';

export type CommandPeople = Command['people'];

const found = new WeakMap<Directory, CommandPeople>();

/** Everybody of the directory in the form that a command carries; a directory is kept for many requests. */
export function peopleOf(directory: Directory): CommandPeople {
  const people =
    found.get(directory) ?? Object.fromEntries(directory.users.map(({ id, unit, grants }) => [id, { unit, grants }]));
  found.set(directory, people);
  return people;
}
