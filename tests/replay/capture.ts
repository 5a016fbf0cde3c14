import { proxySinks, type Sinks, type WorkflowInterceptors } from '@temporalio/workflow';

/** One output of a run (a request to Temporal or an answer): its kind, and its content as JSON. */
export type CapturedOutput = readonly [what: 'record' | 'timer' | 'answer' | 'renewal', content: string];

export interface CaptureSinks extends Sinks {
  capture: { said(...said: CapturedOutput): void };
}

const { capture } = proxySinks<CaptureSinks>();

/**
 * Bundled with the workflows for replay only. Temporal compares neither activity inputs nor timer lengths nor answers,
 * so these are captured here, in the order in which today's code produces them.
 */
export const interceptors = (): WorkflowInterceptors => ({
  inbound: [
    {
      // Must return the handler's own promise: one more await would change the order of the workflow's commands.
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
