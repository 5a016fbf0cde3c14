import type { Request, Response } from 'express';
import { PROBLEM_TYPE, problemOf } from './problem.js';
import { notFound } from './refusal.js';

/** The last in line: what no route has taken. */
export function noSuchAddress(_request: Request, response: Response): void {
  const { refusal } = notFound();
  response
    .status(refusal.status)
    .type(PROBLEM_TYPE)
    .send(JSON.stringify(problemOf(refusal)));
}
