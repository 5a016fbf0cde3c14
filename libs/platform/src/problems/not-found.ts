import type { Request, Response } from 'express';
import { PROBLEM_TYPE, notFound } from './http-refusal.js';

/** Last middleware: answers 404 when no route has matched. */
export function answerNotFound(_request: Request, response: Response): void {
  const { problem } = notFound();
  response.status(problem.status).type(PROBLEM_TYPE).send(JSON.stringify(problem));
}
