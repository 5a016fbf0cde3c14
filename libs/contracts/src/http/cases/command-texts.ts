import type { Case } from '#domain/model/case.js';
import type { CommandBody, CommandType } from '#domain/model/command.js';
import type { FactSchema, ProcessDocument } from '#domain/process/process-document.js';
import { commandSchema } from './command.js';
import type { CommandRequest } from './command.js';
import { extractTexts } from '../shared/private-texts.js';
import type { ExtractedTexts } from '../shared/private-texts.js';

const schemas = new Map<CommandType, Record<string, unknown>>();

/** The fact that a request registers or corrects, and the schema of its data; undefined where the process has none. */
export function factIn(document: ProcessDocument, state: Case, request: CommandRequest) {
  const id = factIdIn(state, request);
  return id === undefined ? undefined : { id, schema: document.facts[id]?.schema };
}

/** The body that is sent to the case: a key in place of every private text, in a fact's data too. */
export function replaceTexts(
  request: CommandRequest,
  factSchema: FactSchema | undefined,
  newKey: () => string,
): { readonly body: CommandBody; readonly texts: ExtractedTexts['texts'] } {
  const filled = request.type === 'registerFact' ? { ...request, data: request.data ?? {} } : request;
  const schema = schemas.get(request.type) ?? commandSchema(request.type);
  schemas.set(request.type, schema);
  const { valueWithKeys, texts } = extractTexts(
    factSchema ? { ...schema, properties: { ...(schema.properties as object), data: factSchema } } : schema,
    filled,
    newKey,
  );
  return { body: valueWithKeys as CommandBody, texts };
}

function factIdIn(state: Case, request: CommandRequest): string | undefined {
  if (request.type === 'registerFact') return request.fact;
  if (request.type !== 'correctFact') return undefined;
  return state.facts.find(({ revisionSeqs }) => revisionSeqs.includes(request.event))?.fact;
}
