import i18next from 'i18next';
import { operationsWords } from './operations-nb.js';
import { peopleWords } from './people-nb.js';

/** Adds the words of the administration when the first of its pages is opened, so that no other page waits for them. */
export async function addAdminWords(): Promise<void> {
  const language = i18next.language === 'en' ? 'en' : 'nb';
  i18next.addResourceBundle(language, 'translation', await wordsIn(language), true);
}

async function wordsIn(language: 'nb' | 'en'): Promise<object> {
  if (language === 'nb') return { ...peopleWords, ...operationsWords };
  const [people, operations] = await Promise.all([import('./people-en.js'), import('./operations-en.js')]);
  return { ...people.peopleWords, ...operations.operationsWords };
}
