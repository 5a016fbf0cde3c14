import { openHoldOn } from '../gate/blockers.js';
import { notBeforeOf } from '../rules/not-before-rules.js';
import { actLabel, addedToBody, commandInput, commandReason } from './command-steps.js';
import { heldNotBefore } from './meeting-steps.js';
import { namedLabel } from './words/named-thing.js';
import { narrowSchema } from './narrow-schema.js';
import { provable } from './proof-input.js';
import { objectSchema } from './proposed-step.js';
import type { Label, ProcessDocument } from '../process/process-document.js';
import type { Instant } from '../time.js';
import type { Act } from './act.js';
import type { CommandStepContext } from './command-steps.js';
import type { PropertySchema, ProposedStep } from './proposed-step.js';

export type StepContext = CommandStepContext;

/** More ways than this are a list to choose from; only the first has the whole form, the others what is required. */
const WAYS_WITH_WHOLE_FORM = 6;

/**
 * The steps by which an act is done: one, or one for each value of a field that decides what follows (`x-way`).
 * @param why  why it is to be done, when neither its item nor its command says.
 */
export function stepsOfAct(context: StepContext, act: Act, why?: Label): ProposedStep[] {
  const { document } = context;
  const { command, who, persons, item } = act;
  const reason = (item === undefined ? commandReason(context, act) : document.items[item]?.label) ?? why;
  const bodies = bodiesOf(document, act);
  return bodies.map((body, way) => {
    const isWhole = way === 0 || bodies.length <= WAYS_WITH_WHOLE_FORM;
    const label = namedLabel(context, { command, body }, actLabel(document, { ...act, body }));
    return {
      command,
      body: command === 'registerFact' ? body : addedToBody(context, { ...act, body }),
      input: command === 'registerFact' ? factInput(context, body, isWhole) : commandInput(context, { ...act, body }),
      who,
      ...(persons && { persons }),
      label,
      why: reason ?? label,
      ...notBefore(context, { command, body }),
    };
  });
}

/** The act's body, once for each way of its fact. */
export function bodiesOf({ facts }: ProcessDocument, { command, body }: Pick<Act, 'command' | 'body'>): Act['body'][] {
  if (command !== 'registerFact') return [body];
  const properties = Object.entries(facts[String(body['fact'])]?.schema.properties ?? {});
  const [way] = properties.filter(([, property]) => property['x-way']);
  const known = (body['data'] ?? {}) as Act['body'];
  return way ? valuesOf(...way).map((data) => ({ ...body, data: { ...known, ...data } })) : [{ ...body, data: known }];
}

function valuesOf(name: string, { enum: values }: PropertySchema): Act['body'][] {
  return (Array.isArray(values) ? (values as unknown[]) : []).map((value) => ({ [name]: value }));
}

function factInput(
  { document, state, directory, now }: StepContext,
  { fact, data }: Act['body'],
  isWhole: boolean,
): ProposedStep['input'] {
  const rule = document.facts[String(fact)];
  if (!rule) throw new Error(`the process has no fact ${String(fact)}`);
  const { required = [], properties } = rule.schema;
  const asked = Object.fromEntries(Object.entries(properties).filter(([name]) => isWhole || required.includes(name)));
  const schema = { ...rule.schema, properties: asked };
  const narrowed = narrowSchema(document, schema, state, directory, (data ?? {}) as Act['body'], now);
  const form = objectSchema({ data: narrowed }, narrowed.required.length > 0 ? ['data'] : []);
  return isWhole ? provable(state, form) : form;
}

function notBefore(context: StepContext, act: Pick<Act, 'command' | 'body'>): { notBefore?: Instant } {
  const { state, now } = context;
  const { fact } = act.body;
  const until = typeof fact === 'string' ? factNotBefore(context, fact) : heldNotBefore(state, act);
  return until !== undefined && until > now ? { notBefore: until } : {};
}

function factNotBefore({ document, state }: StepContext, fact: string): Instant | undefined {
  const rule = document.facts[fact];
  return openHoldOn(document, state, fact)?.dueAt ?? (rule && notBeforeOf(state, rule));
}
