import i18next from 'i18next';

const WORDS = {
  nb: ['Ingen', 'Én', 'To', 'Tre', 'Fire', 'Fem', 'Seks', 'Sju', 'Åtte', 'Ni', 'Ti', 'Elleve', 'Tolv'],
  en: ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve'],
};

/** A number at the beginning of a sentence: a word up to twelve. */
export const numberWord = (count: number): string =>
  WORDS[i18next.language === 'en' ? 'en' : 'nb'][count] ?? String(count);
