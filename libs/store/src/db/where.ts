/** Collects conditions and their parameters for one SQL statement. */
export class Where {
  private readonly conditions: string[] = [];
  readonly parameters: unknown[] = [];

  /** Adds a condition in which `$?` stands for the value. Adds nothing when the value is undefined. */
  and(condition: string, value: unknown): this {
    if (value === undefined) return this;
    this.parameters.push(value);
    this.conditions.push(condition.replaceAll('$?', `$${this.parameters.length}`));
    return this;
  }

  /** Keeps only rows after the cursor. `column` and `id` must be the sort order. */
  after(
    column: string,
    direction: 'ASC' | 'DESC',
    id: string,
    cursor: { after: string; id: string } | undefined,
  ): this {
    if (!cursor) return this;
    this.parameters.push(cursor.after, cursor.id);
    const [after, last] = [`$${this.parameters.length - 1}`, `$${this.parameters.length}`];
    this.conditions.push(`(${column}, ${id}) ${direction === 'ASC' ? '>' : '<'} (${after}, ${last})`);
    return this;
  }

  toString(): string {
    return this.conditions.length === 0 ? 'true' : this.conditions.join(' AND ');
  }
}
