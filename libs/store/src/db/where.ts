import type { Cursor, Direction, SortKey } from './page.js';

/** Collects conditions and their parameters for one SQL statement. */
export class Where {
  private readonly conditions: string[] = [];
  readonly parameters: unknown[];

  /** @param parameters  values that the statement has already, `$1` and on. */
  constructor(parameters: readonly unknown[] = []) {
    this.parameters = [...parameters];
  }

  /**
   * Adds a condition in which `$?` stands for the value, `$?2` for the second and so on. Adds nothing when a value is undefined.
   */
  and(condition: string, ...values: readonly unknown[]): this {
    if (values.includes(undefined)) return this;
    const before = this.parameters.length;
    this.parameters.push(...values);
    this.conditions.push(condition.replace(/\$\?(\d?)/g, (_, n: string) => `$${before + Number(n || 1)}`));
    return this;
  }

  /** Keeps only rows after the cursor. The keys must be the sort order. */
  after(keys: readonly SortKey[], direction: Direction, cursor: Cursor | undefined): this {
    if (!cursor) return this;
    const before = this.parameters.length;
    this.parameters.push(...keys.map((_, index) => cursor[index]));
    const values = keys.map(({ type }, index) => `$${before + index + 1}::${type}`);
    const columns = keys.map(({ sql }) => sql);
    this.conditions.push(`(${columns.join(', ')}) ${direction === 'ASC' ? '>' : '<'} (${values.join(', ')})`);
    return this;
  }

  /** Passes a value to another part of the statement. @returns its placeholder. */
  value(value: unknown): string {
    this.parameters.push(value);
    return `$${this.parameters.length}`;
  }

  toString(): string {
    return this.conditions.length === 0 ? 'true' : this.conditions.join(' AND ');
  }
}
