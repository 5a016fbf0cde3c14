import { proxySinks, type Sinks, type WorkflowInterceptors } from '@temporalio/workflow';

/** One thing a run asks of the engine, or answers: what it is, and its content as the engine would carry it. */
export type Said = readonly [what: 'record' | 'timer' | 'answer' | 'renewal', content: string];

export interface CaptureSinks extends Sinks {
  capture: { said(...said: Said): void };
}

const { capture } = proxySinks<CaptureSinks>();

/**
 * Bundled beside the workflows for replay only: Temporal compares neither activity inputs nor timer lengths nor answers,
 * so they are told here, in the order in which today's code comes to them.
 */
export const interceptors = (): WorkflowInterceptors => ({
  inbound: [
    {
      // The very promise of the handler goes on: one await more here, and the engine would see its commands in another order.
      handleUpdate(input, next) {
        const answer = next(input);
        void answer.then(
          (given) => capture.said('answer', JSON.stringify(given)),
          () => undefined,
        );
        return answer;
      },
    },
  ],
  outbound: [
    {
      scheduleActivity(input, next) {
        capture.said('record', JSON.stringify(input.args[0]));
        return next(input);
      },
      startTimer(input, next) {
        capture.said('timer', String(input.durationMs));
        return next(input);
      },
      continueAsNew(input, next) {
        capture.said('renewal', JSON.stringify(input.args[0]));
        return next(input);
      },
    },
  ],
});
