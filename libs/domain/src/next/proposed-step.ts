import type { Instant } from '../time.js';
import type { Label, Who } from '../process/process-document.js';

/** A step that would move the case forward, before people are found for it. */
export interface ProposedStep {
  readonly command: string;
  /** The known part of the command's body, with the fields that decide what follows. */
  readonly body: Readonly<Record<string, unknown>>;
  /** JSON Schema of an object to be merged into `body`; the case accepts every value it admits. */
  readonly input: ObjectSchema;
  /** Those who may do it, best first. */
  readonly who: readonly Who[];
  /** Named persons instead of `who`: the receivers of a handover. */
  readonly persons?: readonly string[];
  readonly label: Label;
  readonly why: Label;
  /** Set when the step only has to wait until this instant. */
  readonly notBefore?: Instant;
}

export type PropertySchema = Readonly<Record<string, unknown>>;

export type ObjectSchema = {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, PropertySchema>>;
  readonly required: readonly string[];
  readonly additionalProperties: false;
};

export function objectSchema(
  properties: Readonly<Record<string, PropertySchema>>,
  required = Object.keys(properties),
): ObjectSchema {
  return { type: 'object', properties, required, additionalProperties: false };
}

/** Schema of a free text of a sentence or two. */
export function textSchema(nb: string, en: string, example: string): PropertySchema {
  return {
    type: 'string',
    title: nb,
    'x-title-en': en,
    minLength: 1,
    maxLength: 4000,
    pattern: '\\S',
    examples: [example],
  };
}
