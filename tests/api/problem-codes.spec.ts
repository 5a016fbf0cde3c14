import { Controller, Get, HttpException, Param } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import supertest from 'supertest';
import type { INestApplication } from '@nestjs/common';
import { problem } from '#contracts/http/shared/problem.js';
import { ProblemsFilter } from '#platform/problems/problems.filter.js';

@Controller()
class FailingController {
  @Get(':status')
  fail(@Param('status') status: string): never {
    throw status === '500'
      ? new Error('SELECT secret FROM person')
      : new HttpException('thrown by the framework', Number(status));
  }
}

let app: INestApplication;
beforeAll(async () => {
  app = (await Test.createTestingModule({ controllers: [FailingController] }).compile()).createNestApplication();
  app.useGlobalFilters(new ProblemsFilter(pino({ level: 'silent' })));
  await app.init();
});
afterAll(() => app.close());

describe('the code of a problem', () => {
  it.each(['400', '404', '405', '409', '413', '415', '422', '500'])(
    'is a documented one when the framework fails with %s',
    async (status) => {
      const { body } = await supertest(app.getHttpServer()).get(`/${status}`);
      expect(problem.safeParse(body).error).toBeUndefined();
    },
  );

  it('that nobody expected tells nothing of what went wrong', async () => {
    const { text } = await supertest(app.getHttpServer()).get('/500').expect(500);
    expect(text).not.toMatch(/SELECT|secret|\.[jt]s\b|stack/);
  });
});
