import { gunzipSync } from 'node:zlib';
import { readFromTar } from './tar.js';
import { writeProgram } from './program-file.js';

const ANSWER_MS = 8_000;
const WHOLE_MS = 60_000;

/**
 * The Temporal CLI from its maker.
 * @throws Error saying why not; soon when the host cannot be reached
 */
export async function fetchOfficialCli(version: string, into: string, signal?: AbortSignal): Promise<void> {
  const arch = { x64: 'amd64', arm64: 'arm64' }[process.arch as string];
  const platform = { linux: 'linux', darwin: 'darwin' }[process.platform as string];
  if (!arch || !platform) throw new Error(`there is none for ${process.platform}-${process.arch}`);
  const url = `https://temporal.download/cli/archive/v${version}?platform=${platform}&arch=${arch}`;
  writeProgram(
    into,
    readFromTar(gunzipSync(await download(url, signal)), (name) => name.split('/').at(-1) === 'temporal'),
  );
}

/** Two limits: a short one until the server answers, a longer one for the whole. */
async function download(url: string, outer?: AbortSignal): Promise<Buffer> {
  const limit = new AbortController();
  const answer = setTimeout(() => limit.abort(new Error(`no answer within ${ANSWER_MS / 1000} s`)), ANSWER_MS);
  const whole = setTimeout(() => limit.abort(new Error(`not finished within ${WHOLE_MS / 1000} s`)), WHOLE_MS);
  try {
    const response = await fetch(url, { signal: AbortSignal.any([limit.signal, ...(outer ? [outer] : [])]) });
    clearTimeout(answer);
    if (!response.ok) throw new Error(`${new URL(url).host} answered ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  } finally {
    clearTimeout(answer);
    clearTimeout(whole);
  }
}
