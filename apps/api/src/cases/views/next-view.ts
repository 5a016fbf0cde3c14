import type { Directory } from '#domain/policy/directory.js';
import type { PropertySchema } from '#domain/next/proposed-step.js';
import type { Label } from '#domain/process/process-document.js';
import type { CaseView } from '#contracts/http/cases/case.js';
import type { Language } from '../../shared/input/language.decorator.js';
import type { CaseContext } from './case-context.js';
import { stepsIn } from './steps-in.js';

/** The steps on; who is outside sees those that they can take themselves. */
export function nextView(context: CaseContext): CaseView['next'] {
  const { language, reads, actor } = context;
  return stepsIn(context)
    .next()
    .filter(({ by }) => reads.has('internal') || by.some(({ user }) => user === actor.user))
    .map(({ label, why, by, input, ...step }) => ({
      ...step,
      input: conciseSchema(input, language, nameIn(context.directory)),
      label: label[language],
      why: why[language],
      by: [...by],
    }));
}

/**
 * The same schema in one language, without what says nothing: a `minLength` of 1 beside a pattern that needs a visible character, and examples
 * of a number that may be left out. It is repeated for every way on. An object always says what is `required`, if only `[]`. People and
 * units to choose among have their names.
 */
export function conciseSchema(
  schema: PropertySchema,
  language: Language,
  nameOf: NameOf = () => undefined,
  isRequired = true,
): Record<string, unknown> {
  const {
    required = [],
    properties,
    minLength,
    examples,
    items,
    'x-title-en': title,
    'x-description-en': description,
    'x-labels': labels,
    ...others
  } = schema as ObjectLike;
  const choices = (schema as ObjectLike).enum ?? [];
  const fields = Object.entries(properties ?? {});
  return {
    ...others,
    ...(language === 'en' && { ...(title && { title }), ...(description && { description }) }),
    ...(items && { items: conciseSchema(items, language, nameOf) }),
    ...(labels && {
      'x-labels': Object.fromEntries(Object.entries(labels).map(([code, label]) => [code, label[language]])),
    }),
    ...(!labels && namesOf(choices, language, nameOf)),
    ...(properties && {
      properties: Object.fromEntries(
        fields.map(([name, property]) => [name, conciseSchema(property, language, nameOf, required.includes(name))]),
      ),
      required,
    }),
    ...(minLength !== undefined && !(minLength === 1 && others['pattern'] === '\\S') && { minLength }),
    ...(examples !== undefined && (isRequired || others['type'] !== 'number') && { examples }),
  };
}

type NameOf = (id: string) => string | undefined;

/** The name of a person or a unit. */
export const nameIn =
  ({ users, units }: Directory): NameOf =>
  (id) =>
    (users.find((user) => user.id === id) ?? units.find((unit) => unit.id === id))?.name;

const ENTREPRENEUR: Label = { nb: 'Entreprenøren', en: 'The entrepreneur' };

/** Names by choice: by its id, or by the JSON of one who takes part in meetings. */
function namesOf(
  choices: readonly unknown[],
  language: Language,
  nameOf: NameOf,
): { readonly 'x-labels'?: Readonly<Record<string, string>> } {
  const names = choices.flatMap((choice): [string, string][] => {
    if (typeof choice === 'string') return named(choice, nameOf(choice));
    const { person, unit, entrepreneur } = Object(choice) as Partial<Record<string, unknown>>;
    const id = person ?? unit;
    return named(JSON.stringify(choice), entrepreneur ? ENTREPRENEUR[language] : nameOf(String(id)));
  });
  return names.length > 0 ? { 'x-labels': Object.fromEntries(names) } : {};
}

const named = (choice: string, name: string | undefined): [string, string][] =>
  name === undefined ? [] : [[choice, name]];

interface ObjectLike extends Readonly<Record<string, unknown>> {
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, PropertySchema>>;
  readonly minLength?: number;
  readonly enum?: readonly unknown[];
  readonly items?: PropertySchema;
  readonly 'x-title-en'?: string;
  readonly 'x-description-en'?: string;
  readonly 'x-labels'?: Readonly<Record<string, Label>>;
  readonly examples?: readonly unknown[];
}
