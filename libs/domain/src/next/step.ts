import type { Instant } from '../time.js';
import type { Who } from '../process/core.js';

/** A step that would carry the case on, before people are found for it. */
export interface Step {
  readonly command: string;
  /** The command's body as far as it is known; what decides the way stands here. */
  readonly body: Readonly<Record<string, unknown>>;
  /** JSON Schema of an object to be laid over `body`; any value it admits is accepted. */
  readonly input: ObjectSchema;
  /** Those who may do it, best first. */
  readonly who: readonly Who[];
  /** Named persons instead of `who`: the receivers of a handover. */
  readonly persons?: readonly string[];
  readonly label: Words;
  readonly why: Words;
  /** Only time stands in the way until then. */
  readonly notBefore?: Instant;
}

export interface Words {
  readonly nb: string;
  readonly en: string;
}

export type Schema = Readonly<Record<string, unknown>>;

export type ObjectSchema = {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required: readonly string[];
  readonly additionalProperties: false;
};

export function objectOf(
  properties: Readonly<Record<string, Schema>>,
  required = Object.keys(properties),
): ObjectSchema {
  return { type: 'object', properties, required, additionalProperties: false };
}

/** Free text of the kind that a person writes in a sentence or two. */
export function textOf(title: string, example: string): Schema {
  return { type: 'string', title, minLength: 1, maxLength: 4000, pattern: '\\S', examples: [example] };
}
