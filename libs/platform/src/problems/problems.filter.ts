import { Catch, HttpException } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Logger } from '../logger.js';
import { PROBLEM_TYPE, problemOf } from './problem.js';
import { HttpRefusal, notFound } from './http-refusal.js';
import type { RefusalResponse } from './http-refusal.js';

/** Converts an exception of the app, such as a domain refusal. Undefined when the app does not know the exception. */
export type TranslateException = (exception: unknown) => RefusalResponse | undefined;

/** Called with every refusal before it is answered. */
export type OnRefusal = (refusal: RefusalResponse, request: Request) => Promise<void>;

/** Renders a refusal as an HTML page. Undefined when a problem document is to be sent. */
export type RenderPage = (refusal: RefusalResponse, request: Request) => string | undefined;

/** Answers every exception of the API. Stack traces and messages of unexpected exceptions are only logged. */
@Catch()
export class ProblemsFilter implements ExceptionFilter {
  constructor(
    private readonly log: Logger,
    private readonly translate: TranslateException = () => undefined,
    private readonly onRefusal: OnRefusal = async () => undefined,
    private readonly renderPage: RenderPage = () => undefined,
  ) {}

  async catch(exception: unknown, host: ArgumentsHost): Promise<void> {
    const response = host.switchToHttp().getResponse<Response>();
    const request = host.switchToHttp().getRequest<Request>();
    const refusal = this.refusalOf(exception);
    await this.onRefusal(refusal, request);
    if (response.headersSent) {
      response.end();
      return;
    }
    for (const [name, value] of Object.entries(refusal.headers ?? {})) response.setHeader(name, value);
    const page = this.renderPage(refusal, request);
    response
      .status(refusal.status)
      .type(page === undefined ? PROBLEM_TYPE : 'html')
      .send(page ?? JSON.stringify(problemOf(refusal)));
  }

  private refusalOf(exception: unknown): RefusalResponse {
    if (exception instanceof HttpRefusal) return exception.refusal;
    const translated = this.translate(exception);
    if (translated) return translated;
    const known = httpRefusal(exception);
    if (known) return known;
    this.log.error({ err: exception }, 'unexpected error');
    return { status: 500, code: 'internal', detail: 'Noe gikk galt hos oss. Det er loggført.' };
  }
}

/** Converts exceptions that Nest and the body parser throw before a controller is called. */
function httpRefusal(exception: unknown): RefusalResponse | undefined {
  const status = statusOf(exception);
  if (status === 404) return notFound().refusal;
  if (status === 405) return { status, code: 'method-not-allowed', detail: 'Adressen tar ikke imot denne metoden.' };
  if (status === 413) return { status, code: 'too-large', detail: 'Innholdet er større enn tillatt.' };
  if (status === 415)
    return { status, code: 'unsupported-media-type', detail: 'Send JSON i UTF-8: Content-Type: application/json.' };
  if (status !== undefined && status >= 400 && status < 500) {
    return { status: 400, code: 'malformed', detail: 'Forespørselen kan ikke leses.', errors: [] };
  }
  return undefined;
}

function statusOf(exception: unknown): number | undefined {
  if (exception instanceof HttpException) return exception.getStatus();
  if (exception instanceof URIError) return 404;
  if (exception instanceof Error && 'status' in exception && 'expose' in exception) return Number(exception.status);
  return undefined;
}
