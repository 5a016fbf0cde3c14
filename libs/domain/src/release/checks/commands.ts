import { COMMANDS } from '../../case/commands/command-table.js';
import type { ProcessDocument } from '../../process/process-document.js';
import { whoFaults } from './who.js';

/** Every command exists. Whoever may register a fact, tick an item or decide a gate must also be permitted to give the command. */
export function commandFaults(document: ProcessDocument): string[] {
  const { commands, facts, items, gates } = document;
  return [
    ...Object.keys(commands)
      .filter((id) => !Object.hasOwn(COMMANDS, id))
      .map((id) => `command ${id}: there is no such command`),
    ...Object.entries(commands).flatMap(([id, { who }]) => whoFaults(document, `command ${id}`, who)),
    ...shutOut(
      document,
      'registerFact',
      Object.values(facts).flatMap(({ by }) => by),
    ),
    ...shutOut(
      document,
      'tickItem',
      Object.values(items).flatMap(({ by }) => by ?? []),
    ),
    ...shutOut(
      document,
      'decideGate',
      Object.values(gates).flatMap(({ decider }) => decider),
    ),
  ];
}

function shutOut({ commands }: ProcessDocument, command: string, permitted: readonly string[]): string[] {
  const who = commands[command]?.who ?? [];
  return [...new Set(permitted)]
    .filter((one) => !who.includes(one))
    .map((one) => `command ${command}: shuts out ${one}`);
}
