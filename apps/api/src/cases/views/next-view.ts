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
      input: conciseSchema(input, language),
      label: label[language],
      why: why[language],
      by: [...by],
    }));
}

/**
 * The same schema in one language, without what says nothing: a `minLength` of 1 beside a pattern that needs a visible character, and examples
 * of a number that may be left out. It is repeated for every way on. An object always says what is `required`, if only `[]`.
 */
export function conciseSchema(schema: PropertySchema, language: Language, isRequired = true): Record<string, unknown> {
  const {
    required = [],
    properties,
    minLength,
    examples,
    'x-title-en': inEnglish,
    'x-labels': labels,
    ...others
  } = schema as ObjectLike;
  const fields = Object.entries(properties ?? {});
  return {
    ...others,
    ...(inEnglish !== undefined && language === 'en' && { title: inEnglish }),
    ...(labels && {
      'x-labels': Object.fromEntries(Object.entries(labels).map(([code, label]) => [code, label[language]])),
    }),
    ...(properties && {
      properties: Object.fromEntries(
        fields.map(([name, property]) => [name, conciseSchema(property, language, required.includes(name))]),
      ),
      required,
    }),
    ...(minLength !== undefined && !(minLength === 1 && others['pattern'] === '\\S') && { minLength }),
    ...(examples !== undefined && (isRequired || others['type'] !== 'number') && { examples }),
  };
}

interface ObjectLike extends Readonly<Record<string, unknown>> {
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, PropertySchema>>;
  readonly minLength?: number;
  readonly 'x-title-en'?: string;
  readonly 'x-labels'?: Readonly<Record<string, Label>>;
  readonly examples?: readonly unknown[];
}
