import { Catch, HttpException } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Logger } from '../logger.js';
import { languageOf } from '../language.js';
import type { LocalizedText } from '../language.js';
import { HttpRefusal, PROBLEM_TYPE, malformed, notFound } from './http-refusal.js';
import type { Problem } from './http-refusal.js';

/** Converts an exception that the app expects, such as a lost database. Undefined for every other one. */
export type TranslateException = (exception: unknown) => HttpRefusal | undefined;

/** Called with every refusal before it is answered. */
export type OnRefusal = (problem: Problem, request: Request) => Promise<void>;

/** Renders a refusal as an HTML page. Undefined when a problem document is to be sent. */
export type RenderPage = (problem: Problem, request: Request) => string | undefined;

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
    const problem = refusal.problemIn(languageOf(request));
    await this.onRefusal(problem, request);
    if (response.headersSent) {
      response.end();
      return;
    }
    for (const [name, value] of Object.entries(refusal.headers)) response.setHeader(name, value);
    const page = this.renderPage(problem, request);
    response
      .status(problem.status)
      .type(page === undefined ? PROBLEM_TYPE : 'html')
      .send(page ?? JSON.stringify(problem));
  }

  private refusalOf(exception: unknown): HttpRefusal {
    if (exception instanceof HttpRefusal) return exception;
    const known = this.translate(exception) ?? httpRefusal(exception);
    if (known) return known;
    this.log.error({ err: exception }, 'unexpected error');
    return new HttpRefusal({
      status: 500,
      code: 'internal',
      detail: { nb: 'Noe gikk galt hos oss. Det er loggført.', en: 'Something went wrong on our side. It is logged.' },
    });
  }
}

/** Converts exceptions that Nest and the body parser throw before a controller is called. */
function httpRefusal(exception: unknown): HttpRefusal | undefined {
  const status = statusOf(exception);
  if (status === undefined || status < 400 || status >= 500) return undefined;
  if (status === 404) return notFound();
  const [code, detail] = EXPECTED[status] ?? [];
  return code !== undefined && detail !== undefined
    ? new HttpRefusal({ status, code, detail })
    : malformed({ nb: 'Forespørselen kan ikke leses.', en: 'The request cannot be read.' });
}

const EXPECTED: Readonly<Record<number, readonly [code: string, detail: LocalizedText]>> = {
  405: [
    'method-not-allowed',
    { nb: 'Adressen tar ikke imot denne metoden.', en: 'The address does not take this method.' },
  ],
  413: ['too-large', { nb: 'Innholdet er større enn tillatt.', en: 'The content is larger than allowed.' }],
  415: [
    'unsupported-media-type',
    {
      nb: 'Send JSON i UTF-8: Content-Type: application/json.',
      en: 'Send JSON in UTF-8: Content-Type: application/json.',
    },
  ],
};

function statusOf(exception: unknown): number | undefined {
  if (exception instanceof HttpException) return exception.getStatus();
  if (exception instanceof URIError) return 404;
  if (exception instanceof Error && 'status' in exception && 'expose' in exception) return Number(exception.status);
  return undefined;
}
