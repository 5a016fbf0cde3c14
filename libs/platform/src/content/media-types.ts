/** The kinds of file that are taken, with the extensions that each may have; the first is the one that is given. */
export const EXTENSIONS = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif', 'hif'],
  'image/gif': ['gif'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/vnd.oasis.opendocument.presentation': ['odp'],
  'text/plain': ['txt', 'text', 'md', 'log'],
  'text/csv': ['csv'],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;

export type MediaType = keyof typeof EXTENSIONS;

export const MEDIA_TYPES = Object.keys(EXTENSIONS) as readonly MediaType[];

export const isMediaType = (type: string): type is MediaType => Object.hasOwn(EXTENSIONS, type);

/** Images are shown by a browser; so is PDF. Nothing else is. */
export const isImage = (type: MediaType): boolean => type.startsWith('image/');

/** Why a content is not taken. */
export type ContentRefusal =
  /** There is nothing in it. */
  | 'empty'
  /** Of a kind that is not taken. */
  | 'type'
  /** Text, but not in UTF-8. */
  | 'encoding'
  /** It runs on the machine of whoever opens it: a page, a script, a program, macros. */
  | 'active'
  /** It is not what it says that it is, or parts of it are missing. */
  | 'damaged'
  /** It becomes far larger when it is unpacked. */
  | 'bomb';

/** A content that is not taken. */
export class ContentRefused extends Error {
  override readonly name = 'ContentRefused';
  constructor(readonly reason: ContentRefusal) {
    super(`the content is refused: ${reason}`);
  }
}
