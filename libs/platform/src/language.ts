import type { Request } from 'express';

/** A text for people, in bokmål and English. */
export interface LocalizedText {
  readonly nb: string;
  readonly en: string;
}

export type Language = keyof LocalizedText;

/** English when `Accept-Language` prefers it to every Norwegian language, else bokmål. The only place that reads the header. */
export const languageOf = (request: Request): Language =>
  request.acceptsLanguages(['nb', 'no', 'nn', 'en']) === 'en' ? 'en' : 'nb';

export function isLocalizedText(value: unknown): value is LocalizedText {
  if (typeof value !== 'object' || value === null) return false;
  const keys = Object.keys(value);
  return keys.length === 2 && 'nb' in value && 'en' in value && typeof value.nb === 'string';
}

/** Replaces every text `{ nb, en }` in the value by the one in the language, and translates the titles of fields. */
export function localized(value: unknown, language: Language): unknown {
  if (Array.isArray(value)) return value.map((member) => localized(member, language));
  if (typeof value !== 'object' || value === null) return value;
  if (isLocalizedText(value)) return value[language];
  const members = Object.entries(value).map(([name, member]) => [name, localized(member, language)] as const);
  const title = language === 'en' && 'x-title-en' in value ? { title: value['x-title-en'] } : {};
  return { ...Object.fromEntries(members), ...title };
}
