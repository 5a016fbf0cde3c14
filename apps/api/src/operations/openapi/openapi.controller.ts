import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { Public } from '../../shared/caller/signed-in.guard.js';
import { Answers } from '../../shared/answers.decorator.js';
import { ApiDocumentService } from './api-document.service.js';

@Controller('openapi.json')
export class OpenApiController {
  constructor(private readonly api: ApiDocumentService) {}

  @Get()
  @Public()
  @Answers({ tag: 'Health', summary: 'This document', ok: { 200: z.record(z.string(), z.unknown()) }, public: true })
  document(): object {
    return this.api.document;
  }
}
