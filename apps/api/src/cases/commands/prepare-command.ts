import { randomUUID } from 'node:crypto';
import type { Case } from '#domain/model/case.js';
import type { Actor, Command, CommandBody } from '#domain/model/command.js';
import type { Directory } from '#domain/policy/directory.js';
import type { FactSchema, ProcessDocument } from '#domain/process/process-document.js';
import type { LocalDate } from '#domain/time.js';
import { commandSchema } from '#contracts/http/cases/command.js';
import type { CommandRequest } from '#contracts/http/cases/command.js';
import { extractTexts } from '#contracts/http/shared/private-texts.js';
import type { ExtractedTexts } from '#contracts/http/shared/private-texts.js';
import type { FactValidationService } from './fact-validation.service.js';
import { refusedWith } from '../../shared/refused.js';
import { requireValidDates } from './require-valid-dates.js';
import { refsInCommand, refsInFactData, requirePeople } from './person-or-unit-ref.js';

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
 * @throws HttpRefusal `bad-fact`, `in-the-future`, `out-of-range`, `unknown-person`.
 */
export function prepareCommand(
  { key, ifMatch, by, body: request }: SubmittedCommand,
  context: PrepareContext,
): PreparedCommand {
  const { state, document, facts, directory, today, hash } = context;
  const body = request.type === 'registerFact' ? { ...request, data: request.data ?? {} } : request;
  requireValidDates(body, today);
  requireKnownRoute(body, document);
  const fact = factIn(body, state);
  if (fact !== undefined && 'data' in body && body.data !== undefined) facts.requireValid(document, fact, body.data);
  const schema = fact === undefined ? undefined : document.facts[fact]?.schema;
  const named = [...refsInCommand(body), ...(schema && 'data' in body ? refsInFactData(schema, body.data ?? {}) : [])];
  const people = requirePeople(directory, named);
  const { valueWithKeys, texts } = extractTexts(schemaOf(body, schema), body, () => `text:${randomUUID()}`);
  const command: Command = {
    id: key,
    hash,
    by,
    people,
    body: valueWithKeys as CommandBody,
    ...(ifMatch !== undefined && { ifMatch }),
  };
  return { command, texts };
}

/** `hasOwn`, because the rules look a route up by name and every object inherits names such as `constructor`. */
function requireKnownRoute(body: CommandRequest, { routes }: ProcessDocument): void {
  if (body.type !== 'decideGate' || body.route === undefined || Object.hasOwn(routes, body.route)) return;
  throw refusedWith('out-of-range', `«${body.route}» er ingen vei videre.`, [
    { pointer: '/route', detail: 'is no route of this process' },
  ]);
}

function factIn(body: CommandRequest, state: Case): string | undefined {
  if (body.type === 'registerFact') return body.fact;
  if (body.type !== 'correctFact') return undefined;
  return state.facts.find(({ revisionSeqs }) => revisionSeqs.includes(body.event))?.fact;
}

/** The command's schema, with the fact's schema in place of the free `data`. */
function schemaOf(body: CommandRequest, fact: FactSchema | undefined): unknown {
  const schema = commandSchema(body.type);
  return fact ? { ...schema, properties: { ...(schema.properties as object), data: fact } } : schema;
}
