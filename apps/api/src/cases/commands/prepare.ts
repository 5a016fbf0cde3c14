import { randomUUID } from 'node:crypto';
import type { Case } from '#domain/model/case.js';
import type { Actor, Command, CommandBody } from '#domain/model/command.js';
import type { Directory } from '#domain/policy/directory.js';
import type { FactSchema, ProcessDocument } from '#domain/process/core.js';
import type { LocalDate } from '#domain/time.js';
import { commandSchema } from '#contracts/http/commands.js';
import type { CommandRequest } from '#contracts/http/commands.js';
import { takeOutPrivate } from '#contracts/http/private.js';
import type { TakenOut } from '#contracts/http/private.js';
import { keyedHash } from '#platform/session/token.js';
import type { FactChecks } from './fact-checks.js';
import { refusedWith } from '../../shared/refused.js';
import { requireReachableDates } from './dates.js';
import { namedIn, namedInData, peopleNamed } from './named.js';

export interface CommandGiven {
  readonly key: string;
  readonly ifMatch: number | undefined;
  readonly by: Actor;
  readonly body: CommandRequest;
}

export interface Prepared {
  readonly command: Command;
  readonly texts: TakenOut['texts'];
}

interface PrepareContext {
  readonly state: Case;
  readonly document: ProcessDocument;
  readonly directory: Directory;
  readonly facts: FactChecks;
  readonly today: LocalDate;
  readonly hash: string;
}

/** Tells whether a repeated key carries the same command of the same person. */
export const hashOfCommand = (secret: string, { by, body }: CommandGiven): string =>
  keyedHash(secret, { by: by.user, body });

/**
 * Turns a request into a command for the engine: validates what the rules do not, looks up the people it names and
 * replaces private text by keys.
 * @throws PlatformRefusal `bad-fact`, `in-the-future`, `out-of-range`, `unknown-person`.
 */
export function prepare({ key, ifMatch, by, body: request }: CommandGiven, context: PrepareContext): Prepared {
  const { state, document, facts, directory, today, hash } = context;
  const body = request.type === 'registerFact' ? { ...request, data: request.data ?? {} } : request;
  requireReachableDates(body, today);
  requireKnownRoute(body, document);
  const fact = factIn(body, state);
  if (fact !== undefined && 'data' in body && body.data !== undefined) facts.require(document, fact, body.data);
  const schema = fact === undefined ? undefined : document.facts[fact]?.schema;
  const named = [...namedIn(body), ...(schema && 'data' in body ? namedInData(schema, body.data ?? {}) : [])];
  const people = peopleNamed(directory, named);
  const { value, texts } = takeOutPrivate(schemaOf(body, schema), body, () => `text:${randomUUID()}`);
  const command: Command = {
    id: key,
    hash,
    by,
    people,
    body: value as CommandBody,
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
  return state.facts.find(({ chain }) => chain.includes(body.event))?.fact;
}

/** The command's schema, with the fact's schema in place of the free `data`. */
function schemaOf(body: CommandRequest, fact: FactSchema | undefined): unknown {
  const schema = commandSchema(body.type);
  return fact ? { ...schema, properties: { ...(schema.properties as object), data: fact } } : schema;
}
