import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { commandLineOf } from '#infra/up/process/process-identity.js';

export interface RunningProcess {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
  /** File name of the executable, without its folder (which may hold spaces). */
  readonly program: string;
}

/** All descendants of a process, nearest first. */
export function descendants(pid: number, all = processes()): readonly RunningProcess[] {
  const children = all.filter(({ parent }) => parent === pid);
  return [...children, ...children.flatMap((child) => descendants(child.pid, all))];
}

function processes(): readonly RunningProcess[] {
  return process.platform === 'linux' ? linuxProcesses() : processesByPs();
}

function linuxProcesses(): readonly RunningProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .flatMap((pid) => {
      const stat = readLinuxStat(pid);
      return stat ? [{ pid, ...stat, command: commandLineOf(pid) }] : [];
    });
}

/** The second field of `stat`, the program, may itself hold spaces; the parent comes two fields after it. */
function readLinuxStat(pid: number): Pick<RunningProcess, 'parent' | 'program'> | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const end = stat.lastIndexOf(')');
    return { program: stat.slice(stat.indexOf('(') + 1, end), parent: Number(stat.slice(end + 2).split(' ')[1]) };
  } catch {
    return undefined;
  }
}

function processesByPs(): readonly RunningProcess[] {
  return execFileSync('ps', ['-axo', 'pid=,ppid=,command='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      return pid && parent && command
        ? [{ pid: Number(pid), parent: Number(parent), command, program: path.basename(command.split(' ')[0] ?? '') }]
        : [];
    });
}
