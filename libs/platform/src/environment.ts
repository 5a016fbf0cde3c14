/** `process.env`, or a substitute for it. */
export type Environment = Readonly<Record<string, string | undefined>>;
