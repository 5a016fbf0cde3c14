import { describe, expect, it } from '@jest/globals';
import { firstWorkingProgram, type ProgramSource } from './program-sources.js';

describe('the search for a program', () => {
  const works = async (): Promise<void> => undefined;
  const has = (name: string): ProgramSource => ({ name, find: async () => `/${name}` });
  const lacks = (name: string): ProgramSource => ({ name, find: async () => undefined });
  const fails = (name: string): ProgramSource => ({ name, find: () => Promise.reject(new Error('no network')) });

  it('takes the first place that has it and asks no later one', async () => {
    const asked: string[] = [];
    const later: ProgramSource = { name: 'later', find: async () => `/${asked.push('later')}` };
    expect(await firstWorkingProgram([lacks('path'), has('cache'), later], works)).toEqual({ file: '/cache' });
    expect(asked).toEqual([]);
  });

  it('goes on when a place fails, or has one that does not run', async () => {
    const verify = async (file: string): Promise<void> => {
      if (file === '/old') throw new Error('too old');
    };
    expect(await firstWorkingProgram([fails('download'), has('old'), has('wheel')], verify)).toEqual({
      file: '/wheel',
    });
  });

  it('throws away what it brought and cannot use', async () => {
    let discarded = false;
    const bad: ProgramSource = { ...has('download'), discard: () => (discarded = true) };
    await firstWorkingProgram([bad], () => Promise.reject(new Error('does not run')));
    expect(discarded).toBe(true);
  });

  it('that finds nothing says why, place by place', async () => {
    expect(await firstWorkingProgram([lacks('PATH'), fails('download')], works)).toEqual({
      tried: ['PATH: not there', 'download: no network'],
    });
  });
});
