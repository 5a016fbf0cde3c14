import i18next from 'i18next';

/** Adds the words of the tour, which few need. */
export async function addTourWords(): Promise<void> {
  const language = i18next.language === 'en' ? 'en' : 'nb';
  const { tourWords } = await (language === 'en' ? import('./tour-en.js') : import('./tour-nb.js'));
  i18next.addResourceBundle(language, 'translation', tourWords, true);
}
