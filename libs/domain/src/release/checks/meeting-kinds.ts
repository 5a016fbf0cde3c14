import type { ProcessDocument } from '../../process/process-document.js';
import { unknownFacts } from './rule-calls.js';

/** Holding a meeting registers its fact with no more said: the fact exists, and asks for nothing. */
export function meetingFaults({ facts, ...document }: ProcessDocument): string[] {
  return Object.entries(document.meetings).flatMap(([id, { fact }]) => {
    const where = `meeting ${id}`;
    if (fact === undefined) return [];
    const { required = [] } = facts[fact]?.schema ?? {};
    return [
      ...unknownFacts({ facts, ...document }, where, [fact]),
      ...required.map((field) => `${where}: ${fact} asks for ${field}, which no meeting has`),
    ];
  });
}
