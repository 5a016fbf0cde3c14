/**
 * The one form in which text is stored, searched and compared, whatever keyboard or program it came from. It looks the same.
 * 1. Unicode NFC: `å` typed as `a` and a ring is `å`.
 * 2. Every kind of space, as the one that does not break, is a space; every kind of line break is `\n`.
 * 3. What has no width and no meaning goes: zero-width spaces, byte order marks, soft hyphens, and joiners except inside the
 *    scripts and emoji that are written with them.
 */
export function normalText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(LINE_BREAK, '\n')
    .replace(SPACE, ' ')
    .replace(WITHOUT_WIDTH, '')
    .replace(STRAY_JOINER, '')
    .normalize('NFC');
}

/** Most text: nothing to do. */
const PLAIN = /^[\t\n\x20-\x7e]*$/;
const LINE_BREAK = /\r\n?|[\u0085\u2028\u2029]/g;
const SPACE = /\p{Zs}/gu;
const WITHOUT_WIDTH = /[\u00ad\u200b\u2060\ufeff]/g;

/**
 * What a joiner has a meaning between: the letters and marks of scripts other than the European ones, and the parts of an emoji.
 * A mark of no script of its own, as the ring of an `Å` in two parts, is none.
 */
const JOINED = String.raw`(?:(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Inherited}\p{N}])[\p{L}\p{M}]|[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])`;
const STRAY_JOINER = new RegExp(String.raw`(?<!${JOINED})[\u200c\u200d]+|[\u200c\u200d]+(?!${JOINED})`, 'gu');
