/** Collects conditions and their parameters for one SQL statement. */
export class Where {
  private readonly conditions: string[] = [];
  readonly parameters: unknown[] = [];

  /** `$?` in the condition stands for the value. Undefined adds nothing. */
  and(condition: string, value: unknown): this {
    if (value === undefined) return this;
    this.parameters.push(value);
    this.conditions.push(condition.replaceAll('$?', `$${this.parameters.length}`));
    return this;
  }

  /** The row comes after the cursor in the list's order. */
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
