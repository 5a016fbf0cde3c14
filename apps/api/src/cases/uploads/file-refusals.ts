import type { Refusal, RefusalCode } from '#domain/model/refusal.js';
import { refuse } from '#domain/model/refusal.js';
import type { Label } from '#domain/process/process-document.js';
import type { ContentRefusal } from '#platform/content/media-types.js';

/** 50 MB, as people count. */
export const MOST_BYTES = 50_000_000;

export const tooLarge = (): Refusal =>
  refuse('too-large', {
    nb: 'Filen er større enn 50 MB. Del den opp, eller lagre bildene i den i mindre format.',
    en: 'The file is larger than 50 MB. Split it, or save the images in it in a smaller format.',
  });

const KINDS: Label = {
  nb: 'Vi tar imot PDF, bilder (JPEG, PNG, WebP, HEIC, GIF), Word, Excel, PowerPoint, OpenDocument, ren tekst og CSV.',
  en: 'We take PDF, images (JPEG, PNG, WebP, HEIC, GIF), Word, Excel, PowerPoint, OpenDocument, plain text and CSV.',
};

type FileCode = `file-${ContentRefusal | 'infected'}` & RefusalCode;

const SENTENCES: Readonly<Record<FileCode, Label>> = {
  'file-empty': { nb: 'Filen er tom.', en: 'The file is empty.' },
  'file-type': {
    nb: `Denne typen fil tar vi ikke imot, uansett hva den heter. ${KINDS.nb}`,
    en: `We do not take this kind of file, whatever its name. ${KINDS.en}`,
  },
  'file-encoding': {
    nb: 'Teksten er ikke lagret som UTF-8. Lagre den på nytt som UTF-8 (i Excel: «CSV UTF-8»).',
    en: 'The text is not saved as UTF-8. Save it again as UTF-8 (in Excel: "CSV UTF-8").',
  },
  'file-active': {
    nb: 'Nettsider, tegninger i SVG, skript, programmer og dokumenter med makroer tar vi ikke imot. Lagre innholdet som PDF.',
    en: 'We take no web pages, SVG drawings, scripts, programs or documents with macros. Save the content as PDF.',
  },
  'file-damaged': {
    nb: 'Filen er skadet eller ikke hel, så den kan ikke åpnes. Lagre den på nytt og prøv igjen.',
    en: 'The file is damaged or not whole, so it cannot be opened. Save it again and try once more.',
  },
  'file-bomb': {
    nb: 'Filen blir altfor stor når den pakkes ut. Lagre den på nytt i programmet den er laget i.',
    en: 'The file becomes far too large when it is unpacked. Save it again in the program that it was made in.',
  },
  'file-infected': {
    nb: 'Virusprogrammet fant skadelig innhold i filen. Den er slettet her. Si fra til IT der du fikk den.',
    en: 'The virus scanner found something harmful in the file. It is deleted here. Tell IT where you got it.',
  },
};

export const fileRefusal = (code: FileCode): Refusal => refuse(code, SENTENCES[code]);

/** The refusal of a file whose code is stored. */
export function refusalOfFile(code: string): Refusal {
  if (!Object.hasOwn(SENTENCES, code)) throw new Error(`no file is refused as ${code}`);
  return fileRefusal(code as FileCode);
}

export const full = (): Refusal =>
  refuse('storage-full', {
    nb: 'Det er ikke plass til filen akkurat nå. Ingenting av den er lagret i saken. Prøv igjen senere, eller si fra til IT.',
    en: 'There is no room for the file right now. Nothing of it is stored on the case. Try again later, or tell IT.',
  });

export const scannerAway = (): Refusal =>
  refuse('unavailable', {
    nb: 'Filen er kommet inn, men virusprogrammet svarer ikke. Ingenting er lagret i saken. Prøv igjen om litt.',
    en: 'The file has arrived, but the virus scanner does not answer. Nothing is stored on the case. Try again shortly.',
  });

export const noSuchUpload = (): Refusal =>
  refuse('not-found', {
    nb: 'Opplastingen finnes ikke, eller den er for gammel.',
    en: 'The upload does not exist, or it is too old.',
  });
