import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { commandLineOf } from '#infra/up/process/identity.js';

export interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** What descends from a process, nearest first. */
export function descendants(pid: number, all = processes()): readonly Process[] {
  const children = all.filter(({ parent }) => parent === pid);
  return [...children, ...children.flatMap((child) => descendants(child.pid, all))];
}

/** The name of the program that a command line runs. */
export const programOf = ({ command }: Process): string => path.basename(command.split(' ')[0] ?? '');

function processes(): readonly Process[] {
  return process.platform === 'linux' ? onLinux() : elsewhere();
}

function onLinux(): readonly Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .flatMap((pid) => {
      const parent = parentOnLinux(pid);
      return parent === undefined ? [] : [{ pid, parent, command: commandLineOf(pid) }];
    });
}

/** The second field of `stat` may itself hold spaces; the parent comes two fields after it. */
function parentOnLinux(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}

function elsewhere(): readonly Process[] {
  return execFileSync('ps', ['-axo', 'pid=,ppid=,command='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      return pid && parent && command ? [{ pid: Number(pid), parent: Number(parent), command }] : [];
    });
}
