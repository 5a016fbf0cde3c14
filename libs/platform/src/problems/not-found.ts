import type { Request, Response } from 'express';
import { languageOf } from '../language.js';
import { PROBLEM_TYPE, notFound } from './http-refusal.js';

/** Last middleware: answers 404 when no route has matched. */
export function answerNotFound(request: Request, response: Response): void {
  const problem = notFound().problemIn(languageOf(request));
  response.status(problem.status).type(PROBLEM_TYPE).send(JSON.stringify(problem));
}
