import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Label } from '#domain/process/process-document.js';

export type Language = keyof Label;

/** English when `Accept-Language` prefers it to every Norwegian language, else bokmål. */
const languageOf = (request: Request): Language =>
  request.acceptsLanguages(['nb', 'no', 'nn', 'en']) === 'en' ? 'en' : 'nb';

export const RequestLanguage = createParamDecorator((_: unknown, context: ExecutionContext): Language =>
  languageOf(context.switchToHttp().getRequest<Request>()),
);
