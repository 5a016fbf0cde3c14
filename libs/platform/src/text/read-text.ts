import { Worker } from 'node:worker_threads';

/** What a file of this type says can be read. */
export interface FileToRead {
  readonly content: Uint8Array;
  readonly type: string;
}

export interface ReadingLimits {
  readonly seconds: number;
  /** Of the thread's own heap. */
  readonly megabytes: number;
  /** What comes after them is not read. */
  readonly characters: number;
}

const LIMITS: ReadingLimits = { seconds: 30, megabytes: 384, characters: 1_000_000 };

/** The file could not be read: it is damaged, or takes more than it may. */
export class TextUnreadable extends Error {
  override readonly name = 'TextUnreadable';
}

/**
 * The text of a file, read in a thread of its own, with a memory and a time of its own: whatever the file is, the program goes on.
 * @throws TextUnreadable
 */
export async function readText({ content, type }: FileToRead, limits: ReadingLimits = LIMITS): Promise<string> {
  const { seconds, megabytes, characters } = limits;
  const thread = new Worker(new URL('./text-thread.mjs', import.meta.url), {
    workerData: { content, type, mostCharacters: characters },
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
    // Libraries write of fonts and drawing, which nobody asks for, and could quote the file.
    ...{ stdout: true, stderr: true, env: {}, execArgv: [] },
  });
  const late = setTimeout(() => void thread.terminate(), seconds * 1_000);
  try {
    return storable(await answerOf(thread));
  } finally {
    clearTimeout(late);
    await thread.terminate();
  }
}

function answerOf(thread: Worker): Promise<string> {
  thread.stdout.resume();
  thread.stderr.resume();
  return new Promise((resolve, reject) => {
    thread.once('message', (text: string) => resolve(text));
    // The message of a library may quote the file, so it goes no further.
    thread.once('error', () => reject(new TextUnreadable('the file is damaged or too much')));
    thread.once('exit', () => reject(new TextUnreadable('it took too long')));
  });
}

/** In the normal form, without what Postgres takes in no text: NUL, and half a pair. */
const storable = (text: string): string =>
  text
    .replaceAll('\0', ' ')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, ' ')
    .normalize('NFC');
