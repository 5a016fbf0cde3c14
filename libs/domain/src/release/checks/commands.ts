import type { ProcessDocument } from '../../process/core.js';
import { whoFaults } from './who.js';

/** Commands: whoever a fact, item or gate lets in, the command must let through first. */
export function commandFaults(document: ProcessDocument): string[] {
  const { commands, facts, items, gates } = document;
  return [
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

function shutOut({ commands }: ProcessDocument, command: string, invited: readonly string[]): string[] {
  const who = commands[command]?.who ?? [];
  return [...new Set(invited)].filter((one) => !who.includes(one)).map((one) => `command ${command}: shuts out ${one}`);
}
