import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig, readServiceConfig, variables } from '#platform/config.js';

describe('config', () => {
  it('needs no variable for the embedded start', () => {
    expect(readConfig({})).toMatchObject({ STAFETT_HOME: '.stafett', STAFETT_PORT: 3000, STAFETT_SPEED: 1 });
  });

  it('counts an empty variable as unset', () => {
    expect(readConfig({ STAFETT_PORT: '', STAFETT_SEED: '' })).toMatchObject({ STAFETT_PORT: 3000 });
  });

  it('says everything that is wrong at once', () => {
    const wrong = {
      STAFETT_PORT: '99999',
      STAFETT_SPEED: 'fast',
      STAFETT_START_AT: 'yesterday',
      DATABASE_URL: 'mysql://x',
    };
    expect(problemsOf(() => readConfig(wrong))).toEqual([
      expect.stringMatching(/^STAFETT_PORT="99999": /),
      expect.stringMatching(/^STAFETT_SPEED="fast": /),
      expect.stringMatching(/^STAFETT_START_AT="yesterday": /),
      expect.stringMatching(/^DATABASE_URL=\*\*\*: /),
    ]);
  });

  it('tells a service what it lacks, with the line that explains it', () => {
    expect(problemsOf(() => readServiceConfig({}))).toContain(
      'DATABASE_URL is not set. Postgres to use instead of the embedded one.',
    );
  });

  it('has one line in .env.example for every variable, and no other', () => {
    const example = readFileSync('.env.example', 'utf8');
    const named = [...example.matchAll(/^#? ?([A-Z0-9_]+)=/gm)].map((match) => match[1]);
    expect(named).toEqual(Object.keys(variables.shape));
    for (const schema of Object.values(variables.shape)) expect(example).toContain(schema.description);
  });
});

function problemsOf(act: () => unknown): readonly string[] {
  try {
    act();
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}
