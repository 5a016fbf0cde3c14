import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { operationsWords } from './admin/operations-nb.js';
import type { peopleWords } from './admin/people-nb.js';
import type { tourWords } from './tour/tour-nb.js';
import type { portalMineWords } from './portal/portal-mine-nb.js';
import type { portalWords } from './portal/portal-nb.js';
import type { relayWords } from './relay/relay-nb.js';
import type { staffWords } from './staff-nb.js';

export type Language = 'nb' | 'en';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: {
      translation: typeof staffWords &
        typeof relayWords &
        typeof portalWords &
        typeof portalMineWords &
        typeof peopleWords &
        typeof operationsWords &
        typeof tourWords;
    };
  }
}

/** The same words in another language. */
export type Translated<Words> = {
  readonly [K in keyof Words]: Words[K] extends string ? string : Translated<Words[K]>;
};

const LANGUAGE_KEY = 'stafett.language';

export const storedLanguage = (): Language => (localStorage.getItem(LANGUAGE_KEY) === 'en' ? 'en' : 'nb');

type Load = (language: Language) => Promise<object>;

/** Bokmål comes with the page; English is loaded when it is chosen. */
export async function startWords(load: Load): Promise<void> {
  const language = storedLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { translation: await load(language) } },
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = language;
}

/** Words that come with the pages that need them. */
export async function addWords(load: Load): Promise<void> {
  const { language } = i18next;
  i18next.addResourceBundle(language, 'translation', await load(language === 'en' ? 'en' : 'nb'), true);
}

/** The page is read anew, so that what the server says is in the language as well. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem(LANGUAGE_KEY, language);
  window.location.reload();
}
