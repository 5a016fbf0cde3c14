/** What stands in the address of the list of people. */
export interface PeopleFilter {
  readonly q?: string;
  readonly enhet?: string;
  readonly rolle?: string;
  /** Those who have left. */
  readonly sluttet?: true;
}

const textIn = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

export function peopleFilterIn({ q, enhet, rolle, sluttet }: Readonly<Record<string, unknown>>): PeopleFilter {
  const [words, unit, role] = [textIn(typeof q === 'number' ? String(q) : q), textIn(enhet), textIn(rolle)];
  return {
    ...(words !== undefined && { q: words }),
    ...(unit !== undefined && { enhet: unit }),
    ...(role !== undefined && { rolle: role }),
    ...(sluttet === true && { sluttet }),
  };
}
