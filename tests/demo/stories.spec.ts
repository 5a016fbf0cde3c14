import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { commandBody } from '#contracts/http/cases/command.js';
import { nextSteps } from '#domain/next/next-steps.js';
import { organisationNumbers, stories } from '#infra/demo/stories.js';
import { buildStories } from '#infra/demo/build-stories.js';
import { newestProcess } from '#processes/versions.js';
import { demoDirectory } from '#support/simulated-case.js';

describe('the demonstration', () => {
  it('has a story for each synthetic organisation number, and the numbers pass modulus 11', () => {
    expect(organisationNumbers).toHaveLength(stories.length);
    for (const number of organisationNumbers) {
      const weighed = [3, 2, 7, 6, 5, 4, 3, 2].reduce(
        (total, weight, index) => total + weight * Number(number[index]),
        0,
      );
      expect((11 - (weighed % 11)) % 11).toBe(Number(number[8]));
    }
  });

  it('says everything as the API would take it', () => {
    const ajv = new Ajv2020({ allErrors: true, strict: false });
    addFormats.default(ajv);
    const requests = buildStories('2027-05-05T08:00:00.000Z').flatMap(({ storyNumber, simulation }) =>
      simulation.requests.map(({ body }) => ({ n: storyNumber, body })),
    );
    expect(requests.length).toBeGreaterThan(500);
    for (const { n, body } of requests) {
      expect([n, body, commandBody.safeParse(body).error]).toEqual([n, body, undefined]);
      if (body.type !== 'registerFact') continue;
      const schema = newestProcess.facts[body.fact]?.schema;
      const errors = schema && !ajv.validate(schema, body.data ?? {}) ? ajv.errors : null;
      expect([n, body, errors]).toEqual([n, body, null]);
    }
  });

  it('leaves every open case with a next step that somebody can take, and no closed one', () => {
    const start = '2027-05-05T08:00:00.000Z';
    for (const { storyNumber, simulation } of buildStories(start)) {
      const steps = nextSteps(newestProcess, simulation.state(), demoDirectory, start);
      const open = simulation.state().closedAt === undefined;
      expect([storyNumber, steps.length > 0]).toEqual([storyNumber, open]);
      expect([storyNumber, steps.every(({ by }) => by.length > 0)]).toEqual([storyNumber, true]);
    }
  });

  it('tells the same story at the same start', () => {
    const [once, again] = [1, 2].map(() => buildStories('2027-05-05T08:00:00.000Z', [2, 7, 14]));
    expect(again?.map(({ simulation }) => [simulation.events, simulation.texts])).toEqual(
      once?.map(({ simulation }) => [simulation.events, simulation.texts]),
    );
  });
});
