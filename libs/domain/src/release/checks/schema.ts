import { isLocalDate } from '../../time.js';
import type { FactSchema } from '../../process/process-document.js';

type Property = FactSchema['properties'][string];

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
};

/** What each keyword requires of a value. A keyword in neither list is a fault, so that misspelt ones are found. */
const CONSTRAINTS: Readonly<Record<string, (value: unknown, limit: never) => boolean>> = {
  type: (value, type: string) => TYPES[type]?.(value) ?? false,
  enum: (value, values: readonly unknown[]) => values.includes(value),
  minimum: (value, least: number) => typeof value === 'number' && value >= least,
  maximum: (value, most: number) => typeof value === 'number' && value <= most,
  minLength: (value, least: number) => typeof value === 'string' && value.length >= least,
  maxLength: (value, most: number) => typeof value === 'string' && value.length <= most,
  pattern: (value, pattern: string) => typeof value === 'string' && new RegExp(pattern, 'u').test(value),
  format: (value, format: string) => format === 'date' && typeof value === 'string' && isLocalDate(value),
  formatMinimum: (value, least: string) => typeof value === 'string' && value >= least,
  formatMaximum: (value, most: string) => typeof value === 'string' && value <= most,
};
const ANNOTATIONS: ReadonlySet<string> = new Set([
  ...['title', 'x-title-en', 'description', 'x-description-en', 'default', 'examples'],
  ...['x-private', 'x-unit', 'x-user', 'x-way', 'x-labels', 'x-after-award', 'x-amount', 'x-deadline', 'x-days-ahead'],
]);

const MAX_TEXT_LENGTH = 4000;

/** Fields use known keywords, defaults and examples are valid, and each required field offers a value. */
export function schemaFaults(where: string, { properties, required = [] }: FactSchema): string[] {
  return [
    ...required.filter((name) => !(name in properties)).map((name) => `${where}: there is no field ${name}`),
    ...required.flatMap((name) => {
      const property = properties[name];
      return property && !offersValue(property)
        ? [`${where}, ${name}: is required, but nothing says what to take`]
        : [];
    }),
    ...Object.entries(properties).flatMap(([name, property]) => propertyFaults(`${where}, ${name}`, property)),
  ];
}

function offersValue(property: Property): boolean {
  return ['enum', 'default', 'x-unit', 'x-user', 'examples', 'x-days-ahead'].some((key) => key in property);
}

function propertyFaults(where: string, property: Property): string[] {
  const { examples = [], default: defaultValue, pattern, format } = property;
  const values: unknown[] = [
    ...(examples as readonly unknown[]),
    ...(defaultValue === undefined ? [] : [defaultValue]),
  ];
  return [
    ...Object.keys(property)
      .filter((key) => !(key in CONSTRAINTS) && !ANNOTATIONS.has(key))
      .map((key) => `${where}: '${key}' is no known keyword`),
    ...(typeof property.type === 'string' && property.type in TYPES ? [] : [`${where}: has no type`]),
    ...values
      .filter((value) => !isValid(property, value))
      .map((value) => `${where}: ${JSON.stringify(value)} is not valid`),
    ...(pattern !== undefined && format === undefined && values.length === 0
      ? [`${where}: a pattern needs an example`]
      : []),
    ...choiceFaults(where, property),
    ...textFaults(where, property),
  ];
}

function isValid(property: Property, value: unknown): boolean {
  return Object.entries(CONSTRAINTS).every(
    ([key, accepts]) => !(key in property) || accepts(value, property[key] as never),
  );
}

function choiceFaults(where: string, { enum: values, 'x-labels': labels, 'x-way': isBranching }: Property): string[] {
  const choices = Array.isArray(values) ? (values as unknown[]) : undefined;
  if (values !== undefined && !choices?.length) return [`${where}: offers no choice`];
  if (isBranching === true && !choices) return [`${where}: decides the way, but offers no choice`];
  if (labels === undefined) return [];
  const labelled = new Set(Object.keys(labels as object));
  const same =
    choices !== undefined && labelled.size === choices.length && choices.every((value) => labelled.has(String(value)));
  return same ? [] : [`${where}: the words are not those of the choices`];
}

/** Free text must be marked `x-private`, or Temporal would store it, and its length must be limited. */
function textFaults(where: string, property: Property): string[] {
  const isFreeText =
    property.type === 'string' && !['enum', 'format', 'x-unit', 'x-user', 'x-deadline'].some((key) => key in property);
  const isPrivate = property['x-private'] === true;
  if (isFreeText !== isPrivate)
    return [isFreeText ? `${where}: free text is not marked x-private` : `${where}: x-private is for free text`];
  const isLimited = property.minLength === 1 && property.maxLength === MAX_TEXT_LENGTH;
  return isFreeText && !isLimited ? [`${where}: free text has 1 to ${MAX_TEXT_LENGTH} characters`] : [];
}
