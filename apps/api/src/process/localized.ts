import type { Label } from '#domain/process/process-document.js';
import type { Language } from '../shared/input/language.decorator.js';

/** Replaces every label `{ nb, en }` in the value by its text in the language, and translates the titles of fields. */
export function localized(value: unknown, language: Language): unknown {
  if (Array.isArray(value)) return value.map((member) => localized(member, language));
  if (typeof value !== 'object' || value === null) return value;
  if (isLabel(value)) return value[language];
  const members = Object.entries(value).map(([name, member]) => [name, localized(member, language)] as const);
  const title = language === 'en' && 'x-title-en' in value ? { title: value['x-title-en'] } : {};
  return { ...Object.fromEntries(members), ...title };
}

function isLabel(value: object): value is Label {
  const keys = Object.keys(value);
  return keys.length === 2 && 'nb' in value && 'en' in value && typeof value.nb === 'string';
}
