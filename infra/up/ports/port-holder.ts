import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { commandLineOf } from '../process/process-identity.js';
import { runProgram } from '../process/run-program.js';

/** Describes the process that listens on a port, as far as we may see it. */
export async function describePortHolder(port: number): Promise<string> {
  const pid = process.platform === 'linux' ? holderByProc(port) : await holderByLsof(port);
  return pid === undefined ? 'another program (of another user, perhaps)' : `process ${pid} (${commandLineOf(pid)})`;
}

/** Finds the socket's inode in /proc/net/tcp, then the process that has it open. */
function holderByProc(port: number): number | undefined {
  const inodes = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) => listeningInodes(readOrEmpty(table), port));
  const wanted = new Set(inodes.map((inode) => `socket:[${inode}]`));
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .find((pid) => openFiles(pid).some((target) => wanted.has(target)));
}

/** Inodes of sockets in state LISTEN (0A) on a port, from the text of /proc/net/tcp. */
export function listeningInodes(table: string, port: number): readonly string[] {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return table
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .flatMap(([, local, , state, , , , , , inode]) =>
      local?.endsWith(suffix) && state === '0A' && inode ? [inode] : [],
    );
}

function openFiles(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((fd) => {
      try {
        return readlinkSync(`/proc/${pid}/fd/${fd}`);
      } catch {
        return '';
      }
    });
  } catch {
    return [];
  }
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

async function holderByLsof(port: number): Promise<number | undefined> {
  const { ok, output } = await runProgram('lsof', ['-nP', '-t', `-iTCP:${port}`, '-sTCP:LISTEN'], { withinMs: 3_000 });
  return ok ? Number.parseInt(output, 10) : undefined;
}
