import { randomUUID } from 'node:crypto';
import { refsIn } from '#domain/case/commands/command-table.js';
import type { Case } from '#domain/model/case.js';
import type { Actor, Command } from '#domain/model/command.js';
import type { Directory } from '#domain/policy/directory.js';
import type { ProcessDocument } from '#domain/process/process-document.js';
import type { LocalDate } from '#domain/time.js';
import { factIn, replaceTexts } from '#contracts/http/cases/command-texts.js';
import type { CommandRequest } from '#contracts/http/cases/command.js';
import type { ExtractedTexts } from '#contracts/http/shared/private-texts.js';
import type { FactValidationService } from './fact-validation.service.js';
import { refusedWith } from '../../shared/refused.js';
import { requireNoNationalIdentityNumber } from '../../shared/require-no-national-identity-number.js';
import { requireValidDates } from './require-valid-dates.js';
import { refsInFactData, requirePeople } from './person-or-unit-ref.js';

export interface SubmittedCommand {
  readonly key: string;
  readonly ifMatch: number | undefined;
  readonly by: Actor;
  readonly body: CommandRequest;
}

export interface PreparedCommand {
  readonly command: Command;
  readonly texts: ExtractedTexts['texts'];
}

interface PrepareContext {
  readonly state: Case;
  readonly document: ProcessDocument;
  readonly directory: Directory;
  readonly facts: FactValidationService;
  readonly today: LocalDate;
  readonly hash: string;
}

/**
 * Turns a request into a command for the engine: validates what the rules do not, looks up the people it names and
 * replaces private text by keys.
 * @throws HttpRefusal `bad-fact`, `sensitive-number`, `in-the-future`, `out-of-range`, `unknown-person`.
 */
export function prepareCommand(
  { key, ifMatch, by, body: request }: SubmittedCommand,
  context: PrepareContext,
): PreparedCommand {
  const { state, document, facts, directory, today, hash } = context;
  requireValidDates(request, today);
  requireKnownRoute(request, document);
  const fact = factIn(document, state, request);
  const data = 'data' in request ? request.data : undefined;
  if (fact && (data !== undefined || request.type === 'registerFact'))
    facts.requireValid(document, fact.id, data ?? {});
  const { body, texts } = replaceTexts(request, fact?.schema, () => `text:${randomUUID()}`);
  requireNoNationalIdentityNumber(Object.fromEntries([...texts.values()].map((it) => [it.field, it.body])));
  const named = [...refsIn(body), ...(fact?.schema ? refsInFactData(fact.schema, data ?? {}) : [])];
  const people = requirePeople(directory, named);
  const command: Command = { id: key, hash, by, people, body, ...(ifMatch !== undefined && { ifMatch }) };
  return { command, texts };
}

/** `hasOwn`, because the rules look a route up by name and every object inherits names such as `constructor`. */
function requireKnownRoute(body: CommandRequest, { routes }: ProcessDocument): void {
  if (body.type !== 'decideGate' || body.route === undefined || Object.hasOwn(routes, body.route)) return;
  throw refusedWith('out-of-range', { nb: 'Veien som er valgt, finnes ikke.', en: 'There is no such way on.' }, [
    { pointer: '/route', detail: 'is no route of this process' },
  ]);
}
