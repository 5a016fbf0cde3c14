import type { Request, Response } from 'express';
import { PROBLEM_TYPE, problemOf } from './problem.js';
import { notFound } from './http-refusal.js';

/** Last middleware: answers 404 when no route has matched. */
export function answerNotFound(_request: Request, response: Response): void {
  const { refusal } = notFound();
  response
    .status(refusal.status)
    .type(PROBLEM_TYPE)
    .send(JSON.stringify(problemOf(refusal)));
}
