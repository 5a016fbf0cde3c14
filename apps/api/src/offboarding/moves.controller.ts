import { Body, Controller, HttpCode, HttpStatus, Post } from '@nestjs/common';
import type { z } from 'zod';
import { MOVERS_OF_MANY_CASES } from '#domain/policy/administration.js';
import { movesBody, movesReport } from '#contracts/http/offboarding.js';
import { RequestLanguage } from '../shared/input/language.decorator.js';
import type { Language } from '../shared/input/language.decorator.js';
import { IdempotencyKey } from '../shared/idempotency-key.decorator.js';
import { Allowed } from '../shared/allowed/allowed.decorator.js';
import { Answers } from '../shared/answers.decorator.js';
import { Caller } from '../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../shared/caller/caller.decorator.js';
import { MovesService } from './moves.service.js';

/** Moves cases from their owners to another person. The cases stay in their units and phases. */
@Controller('collaborations/moves')
export class MovesController {
  constructor(private readonly moves: MovesService) {}

  /**
   * Reports on each case, in the order of the request. A repeat with the same Idempotency-Key goes on where the first
   * attempt stopped, and moves no case twice.
   */
  @Post()
  @Allowed(...MOVERS_OF_MANY_CASES)
  @HttpCode(HttpStatus.OK)
  @Answers({
    tag: 'Collaborations',
    summary: 'Give many cases to one person',
    ok: { 200: movesReport },
    refusals: ['forbidden', 'unknown-person', 'too-large'],
  })
  move(
    @Body({ schema: movesBody }) body: z.output<typeof movesBody>,
    @IdempotencyKey() key: string,
    @Caller() caller: SignedInCaller,
    @RequestLanguage() language: Language,
  ): Promise<z.infer<typeof movesReport>> {
    return this.moves.move(caller, key, body, language);
  }
}
