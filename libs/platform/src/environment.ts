/** A process's variables, or what stands in for them. */
export type Environment = Readonly<Record<string, string | undefined>>;
