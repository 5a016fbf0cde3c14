import { normalText } from '../input/normal-text.js';
import { EXTENSIONS } from './media-types.js';
import type { MediaType } from './media-types.js';

const MOST_CHARACTERS = 200;

/** Extensions of what runs when it is opened. */
const ACTIVE = new Set(
  (
    'htm html xhtml xht shtml hta svg svgz xml xsl xslt mht mhtml js mjs cjs jse ts vbs vbe wsf wsh ps1 psm1 bat cmd com exe msi dll ' +
    'scr pif cpl lnk url desktop reg jar class sh bash zsh fish command php phtml asp aspx jsp py pyw rb pl cgi app apk deb rpm dmg iso ' +
    'docm dotm xlsm xltm xlam pptm potm ppam ppsm'
  ).split(' '),
);

/** Extensions that a name may wrongly have, and loses. */
const KNOWN = new Set<string>([
  ...Object.values(EXTENSIONS).flat(),
  ...ACTIVE,
  ...'doc xls ppt dot rtf zip rar 7z gz tar bin dat bmp tif tiff avif mp3 mp4 mov avi eml msg'.split(' '),
]);

/** In lower case, without the dot; empty when there is none. */
export const extensionOf = (name: string): string => /\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? '';

export const isActiveExtension = (extension: string): boolean => ACTIVE.has(extension);

/** Turn the direction of writing, so that `gpj.exe` is read as `exe.jpg`; and other characters that show nothing. */
const INVISIBLE = /[\p{Cc}\p{Cs}\p{Co}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffd]/gu;
/** Lead elsewhere, or mean something to a shell, Windows or a header. */
const UNSAFE = /[/\\:*?"<>|]/g;
/** Windows keeps these names for devices. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A name under which the content can be shown and saved on any machine: of one line, without folders, in NFC, letters of every
 * script kept, and with an extension that fits the content.
 */
export function safeName(given: string, type: MediaType): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  let stem = oneLine(normalText(last)).replace(/[\s.]+$/, '');
  let extension = extensionOf(stem);
  const fits = (): boolean => (EXTENSIONS[type] as readonly string[]).includes(extension);
  while (fits() || KNOWN.has(extension)) {
    stem = trimmed(stem.slice(0, -extension.length - 1));
    if (fits()) break;
    extension = extensionOf(stem);
  }
  stem = trimmed(stem);
  const ending = `.${fits() ? extension : EXTENSIONS[type][0]}`;
  const named = stem === '' || DEVICE.test(stem) ? `fil${stem && `-${stem}`}` : stem;
  return trimmed(shortened(named, MOST_CHARACTERS - ending.length)) + ending;
}

/** The same for one whose content is not known: its extension is what it was given. */
export function displayedName(given: string): string {
  const name = trimmed(oneLine(normalText(given.split(/[/\\]/).at(-1) ?? '')));
  return shortened(name === '' ? 'fil' : name, MOST_CHARACTERS);
}

const oneLine = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(INVISIBLE, '').replace(UNSAFE, '-').replace(/ +/g, ' ');

const trimmed = (text: string): string => text.replace(/^[\s.]+|[\s.]+$/g, '');

/** Cuts between characters as a reader counts them. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('nb', { granularity: 'grapheme' }).segment(text)) {
    if (kept.length + segment.length > most) break;
    kept += segment;
  }
  return kept;
}
