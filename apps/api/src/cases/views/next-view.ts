import type { PropertySchema } from '#domain/next/proposed-step.js';
import type { CaseView } from '#contracts/http/cases/case.js';
import type { CaseContext } from './case-context.js';
import { stepsIn } from './steps-in.js';

export function nextView(context: CaseContext): CaseView['next'] {
  const { language } = context;
  return stepsIn(context)
    .next()
    .map(({ label, why, by, input, ...step }) => ({
      ...step,
      input: conciseSchema(input),
      label: label[language],
      why: why[language],
      by: [...by],
    }));
}

/**
 * The same schema without what says nothing: a `minLength` of 1 beside a pattern that needs a visible character, and examples
 * of a number that may be left out. It is repeated for every way on. An object always says what is `required`, if only `[]`.
 */
export function conciseSchema(schema: PropertySchema, isRequired = true): Record<string, unknown> {
  const { required = [], properties, minLength, examples, ...others } = schema as ObjectLike;
  const fields = Object.entries(properties ?? {});
  return {
    ...others,
    ...(properties && {
      properties: Object.fromEntries(
        fields.map(([name, property]) => [name, conciseSchema(property, required.includes(name))]),
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
  readonly examples?: readonly unknown[];
}
