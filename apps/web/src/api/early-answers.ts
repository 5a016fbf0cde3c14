declare global {
  interface Window {
    /** What `early.ts` has asked, by address, each for one use. */
    earlyAnswers?: Map<string, Promise<Response>>;
  }
}

/** Only the first load uses them: what is asked later is asked anew. */
const USED_WITHIN_MS = 20_000;

/** The answer that is already on its way; undefined when nobody has asked. */
export function earlyAnswer(request: Request): Promise<Response> | undefined {
  const answers = window.earlyAnswers;
  const answer = request.method === 'GET' ? answers?.get(request.url) : undefined;
  if (!answer || performance.now() > USED_WITHIN_MS) return undefined;
  answers?.delete(request.url);
  return answer.catch(() => fetch(request));
}
