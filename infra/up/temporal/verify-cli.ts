import { runProgram } from '../process/run-program.js';

/** The first release whose server supports update-with-start. */
const MIN_VERSION = [1, 4] as const;

/**
 * Runs `--version` to check a program before it is used.
 * @throws Error when it is not the Temporal CLI, or too old
 */
export async function verifyCli(file: string): Promise<void> {
  const { ok, output } = await runProgram(file, ['--version'], { withinMs: 10_000 });
  if (!ok) throw new Error(`${file} does not run: ${output.split('\n')[0]}`);
  const version = versionIn(output);
  if (!version) throw new Error(`${file} is not the Temporal CLI: it says ${JSON.stringify(output.slice(0, 60))}`);
  if (!isNewEnough(version))
    throw new Error(`${file} is version ${version.join('.')}, ${MIN_VERSION.join('.')} is needed`);
}

/** From "temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)". */
export function versionIn(output: string): readonly [number, number] | undefined {
  const found = /^temporal version v?(\d+)\.(\d+)/m.exec(output);
  return found ? [Number(found[1]), Number(found[2])] : undefined;
}

export function isNewEnough([major, minor]: readonly [number, number]): boolean {
  return major > MIN_VERSION[0] || (major === MIN_VERSION[0] && minor >= MIN_VERSION[1]);
}
