import type { FactSchema, Label, Who } from '#domain/process/process-document.js';

/** A field of a fact's `data`. `title` is shown in Norwegian, `x-title-en` in English. */
type Property = FactSchema['properties'][string];

const titled = (nb: string, en: string): Property => ({ title: nb, 'x-title-en': en });

const MAX_NOK = 1_000_000_000;

/** Free text: stored in a row of its own, never in the case. */
export const freeText = (nb: string, en: string, example: string): Property => ({
  type: 'string',
  ...titled(nb, en),
  'x-private': true,
  minLength: 1,
  maxLength: 4000,
  pattern: '\\S',
  examples: [example],
});

export const note = freeText('Notat', 'Note', 'Kort om hva som skjedde og hva som ble avtalt.');

/** A local date; the description is shown with it. The limits keep every reminder counted from it within the calendar. */
export const date = (nb: string, en: string, description: Label): Property => ({
  type: 'string',
  format: 'date',
  ...titled(nb, en),
  description: description.nb,
  'x-description-en': description.en,
  formatMinimum: '2000-01-01',
  formatMaximum: '2090-12-31',
});

/** A date that clients are offered so many days from the day on which they are asked, and never on a day off. */
export const dayAhead = (nb: string, en: string, description: Label, days: number): Property => ({
  ...date(nb, en, description),
  'x-days-ahead': days,
});

/** Norwegian kroner without VAT. */
export const amountInNok = (nb: string, en: string, example: number): Property => ({
  type: 'number',
  'x-amount': 'NOK',
  ...titled(nb, en),
  minimum: 0,
  maximum: MAX_NOK,
  examples: [example],
});

/** An estimate or a budget: whoever may tender sees it only when the contract is awarded. */
export const seenAfterAward = (property: Property): Property => ({ ...property, 'x-after-award': true });

export const wholeNumber = (
  nb: string,
  en: string,
  minimum: number,
  defaultValue: number,
  maximum: number,
): Property => ({
  type: 'integer',
  ...titled(nb, en),
  minimum,
  maximum,
  default: defaultValue,
});

export const hours = (nb: string, en: string, defaultValue: number, maximum: number): Property => ({
  type: 'number',
  ...titled(nb, en),
  minimum: 0.25,
  maximum,
  default: defaultValue,
});

export const yesNo = (nb: string, en: string, defaultValue: boolean): Property => ({
  type: 'boolean',
  ...titled(nb, en),
  default: defaultValue,
});

/** One of several values; the first is proposed. */
export const choice = (nb: string, en: string, values: Readonly<Record<string, Label>>): Property => ({
  type: 'string',
  ...titled(nb, en),
  enum: Object.keys(values),
  'x-labels': values,
});

/** A choice that decides what happens next: clients are offered one step for each value. */
export const branching = (property: Property): Property => ({ ...property, 'x-way': true });

export const unit = (nb: string, en: string): Property => ({ type: 'string', ...titled(nb, en), 'x-unit': true });

export const user = (nb: string, en: string, who: Who): Property => ({
  type: 'string',
  ...titled(nb, en),
  'x-user': who,
});

/** A deadline of the case; a fact about one meets only what is about that one. */
export const deadlineOf = (nb: string, en: string): Property => ({
  type: 'string',
  ...titled(nb, en),
  'x-deadline': true,
});

export const factSchema = (properties: FactSchema['properties'], required: readonly string[] = []): FactSchema => ({
  type: 'object',
  properties,
  ...(required.length > 0 && { required }),
  additionalProperties: false,
});
