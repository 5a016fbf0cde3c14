/** Fields of forms that the pages write themselves, as JSON Schema. */
export const TEXT = { type: 'string', maxLength: 200 } as const;
export const DATE = { type: 'string', format: 'date' } as const;

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A field that names one of these, sorted by name. */
export const choiceOf = (title: string, all: readonly Named[]): object => {
  const sorted = [...all].sort((a, b) => a.name.localeCompare(b.name, 'nb'));
  return {
    type: 'string',
    title,
    enum: sorted.map(({ id }) => id),
    'x-labels': Object.fromEntries(sorted.map(({ id, name }) => [id, name])),
  };
};

/** A form of these fields; `required` must be filled in. */
export const formOf = (properties: Readonly<Record<string, object>>, required: readonly string[] = []): object => ({
  type: 'object',
  properties,
  required,
});

/** What was changed in a form that began with what stood there: an emptied field becomes null. */
export const changesIn = (
  before: Readonly<Record<string, unknown>>,
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(before)
      .map(([name, value]) => [name, values[name] ?? null, value ?? null] as const)
      .filter(([, now, then]) => now !== then)
      .map(([name, now]) => [name, now]),
  );
