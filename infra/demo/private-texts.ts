import { commandSchema } from '#contracts/http/cases/command.js';
import { extractTexts } from '#contracts/http/shared/private-texts.js';
import type { CommandRequest } from '#contracts/http/cases/command.js';
import type { ExtractedTexts } from '#contracts/http/shared/private-texts.js';
import type { Case } from '#domain/model/case.js';
import type { CommandBody, CommandType } from '#domain/model/command.js';
import type { ProcessDocument } from '#domain/process/process-document.js';

/** A private text of a command. Like the API, the demo stores it apart from the case's events. */
export interface StoredText {
  readonly key: string;
  readonly command: string;
  /** JSON pointer to the field in the command's body. */
  readonly field: string;
  readonly body: unknown;
}

const schemas = new Map<CommandType, Record<string, unknown>>();

/** Replaces every private text in a command's body by a key, as the API does. Returns the body and the texts by key. */
export function replacePrivateTexts(
  document: ProcessDocument,
  state: Case,
  request: CommandRequest,
  newKey: () => string,
): { readonly body: CommandBody; readonly texts: ExtractedTexts['texts'] } {
  const body = request.type === 'registerFact' ? { ...request, data: request.data ?? {} } : request;
  const { valueWithKeys, texts } = extractTexts(schemaOf(document, state, body), body, newKey);
  return { body: valueWithKeys as CommandBody, texts };
}

function schemaOf(document: ProcessDocument, state: Case, body: CommandRequest): Record<string, unknown> {
  const schema = schemas.get(body.type) ?? commandSchema(body.type);
  schemas.set(body.type, schema);
  const fact = factIn(state, body);
  const data = fact === undefined ? undefined : document.facts[fact]?.schema;
  return data ? { ...schema, properties: { ...(schema.properties as object), data } } : schema;
}

function factIn(state: Case, body: CommandRequest): string | undefined {
  if (body.type === 'registerFact') return body.fact;
  if (body.type !== 'correctFact') return undefined;
  return state.facts.find(({ revisionSeqs }) => revisionSeqs.includes(body.event))?.fact;
}
