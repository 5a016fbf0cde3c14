import { describe, expect, it } from '@jest/globals';
import { choicesOf, fieldsOf } from '../../apps/web/src/ui/form/schema-fields.js';
import { conciseSchema, nameIn } from '#api/cases/views/next-view.js';
import { COMMAND_STEPS } from '#domain/next/command-steps.js';
import { FORM_ROWS, holdUnplanned } from '#domain/next/forms/form-inputs.js';
import { stepsOfAct } from '#domain/next/steps-of-act.js';
import { ESCALATION_WORDS, LAPSED_WORDS, MANAGER_ACT_WORDS } from '#domain/next/words/choice-words.js';
import { ANSWERING, ASKING } from '#domain/next/question-inputs.js';
import { newestProcess } from '#processes/versions.js';
import { demoDirectory, openSimulatedCase } from '#support/simulated-case.js';
import type { CommandType } from '#domain/model/command.js';
import type { ProposedStep } from '#domain/next/proposed-step.js';

type Body = ProposedStep['body'];
type Language = 'nb' | 'en';

const simulated = openSimulatedCase('2027-01-11T08:00:00.000Z');
const context = {
  document: newestProcess,
  state: simulated.state(),
  directory: demoDirectory,
  now: simulated.now(),
};

const each = (name: string, values: object): Body[] => Object.keys(values).map((value) => ({ [name]: value }));

/** Bodies of commands whose form depends on what they are about; of the others, one without anything. */
const BODIES: Partial<Record<CommandType, readonly Body[]>> = {
  tickItem: each('item', newestProcess.items),
  resolveLapsed: each('choice', LAPSED_WORDS),
  chooseEscalated: each('choice', ESCALATION_WORDS),
  actOn: each('act', MANAGER_ACT_WORDS),
  draftHandover: [{ purpose: 'PHASE' }, { purpose: 'TRANSFER' }],
  askUnit: each('kind', ASKING),
  answerQuestion: each('answer', ANSWERING),
};

const rowsWithForms = Object.keys(FORM_ROWS) as CommandType[];

const commandsWithForms = (Object.keys(COMMAND_STEPS) as CommandType[]).flatMap((command) =>
  (BODIES[command] ?? [{}]).map((body): [CommandType, string, Body] => [command, Object.values(body).join(' '), body]),
);

function formsOf(command: string, body: Body, language: Language): object[] {
  return stepsOfAct(context, { command, body, who: [] }).map(({ input }) =>
    conciseSchema(input, language, nameIn(demoDirectory)),
  );
}

/** What a reader would stumble over in a form: a kind that is not drawn, and names of the program where words should stand. */
function faultsOf(form: object, language: Language): string[] {
  return fieldsOf(form).flatMap((field) => {
    const { pointer, kind, title, schema } = field;
    const name = pointer.split('/').at(-1);
    return [
      ...(kind === 'unknown' ? ['is not drawn'] : []),
      ...(title === name ? ['has no label'] : []),
      ...choicesOf(field).flatMap(({ code, label }) =>
        label === code && schema.type !== 'integer' ? [`calls a choice ${code}`] : [],
      ),
      ...(kind === 'rows' ? faultsOf(schema.items ?? {}, language) : []),
      ...(language === 'en' && schema.description && /[æøå]|\b(og|dag|dato|fram)\b/i.test(schema.description)
        ? [`is described in Norwegian: ${schema.description}`]
        : []),
    ].map((fault) => `${pointer} ${fault}`);
  });
}

describe.each(['nb', 'en'] as const)('in %s every field', (language) => {
  it.each(Object.keys(newestProcess.facts))('of the fact %s is drawn, and speaks in words', (fact) => {
    const forms = formsOf('registerFact', { fact }, language);
    expect(forms.flatMap((form) => faultsOf(form, language))).toEqual([]);
  });

  it.each(commandsWithForms)('of the command %s %s is drawn, and speaks in words', (command, _about, body) => {
    const forms = formsOf(command, body, language);
    expect(forms.flatMap((form) => faultsOf(form, language))).toEqual([]);
  });

  it.each(rowsWithForms)('of the form of %s is drawn, and speaks in words', (command) => {
    const input = FORM_ROWS[command]?.input(context, {}) ?? {};
    expect(faultsOf(conciseSchema({ ...input }, language, nameIn(demoDirectory)), language)).toEqual([]);
  });

  it('of the form of a meeting that was not planned is drawn, and speaks in words', () => {
    const input = holdUnplanned(context, undefined);
    expect(faultsOf(conciseSchema(input, language, nameIn(demoDirectory)), language)).toEqual([]);
  });
});
