/** Words like Norwegian ones, some of them compounds, drawn as words are in texts: few very often, most seldom. */
export interface Vocabulary {
  readonly draw: () => string;
  readonly below: (most: number) => number;
}

const ROOTS =
  'barn vern oppfølging tjeneste saksbehandler kommune møte avtale sykehjem økonomi rapport samtale familie skole helse mentor';
const SMALL = 'og i på det som er til en av for har med de at ikke vi den om et jeg fra kan skal ble etter';
const STARTS = ['b', 'd', 'f', 'g', 'h', 'k', 'l', 'm', 'n', 'r', 's', 't', 'v', 'br', 'fr', 'kr', 'sk', 'st', 'tr'];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'y', 'æ', 'ø', 'å'];
const ENDS = ['', 'n', 'r', 'l', 's', 't', 'k', 'ng', 'nd', 'rk', 'st'];
const INFLECTIONS = ['', 'en', 'et', 'er', 'ene', 'ets', 's', 'a'];
const WORDS = 40_000;
/** Of all words in a text. */
const SMALL_SHARE = 0.35;

export function vocabulary(seed: number): Vocabulary {
  const random = randomFrom(seed);
  const below = (most: number): number => Math.floor(random() * most);
  const pick = (from: readonly string[]): string => from[below(from.length)] ?? '';
  const syllable = (): string => pick(STARTS) + pick(VOWELS) + pick(ENDS);
  const roots = [...ROOTS.split(' '), ...Array.from({ length: 3_000 }, () => syllable() + syllable())];
  const words = Array.from({ length: WORDS }, () => {
    const isCompound = below(3) > 0;
    return pick(roots) + (isCompound ? pick(['', 's']) + pick(roots) : '') + pick(INFLECTIONS);
  });
  const small = SMALL.split(' ');
  // The n-th word is drawn about 1/(n+20) as often as the first.
  const place = (): number => Math.floor(20 * Math.exp(random() * Math.log(WORDS / 20 + 1)) - 20);
  return { below, draw: () => (random() < SMALL_SHARE ? pick(small) : (words[place()] ?? '')) };
}

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
