import type { DataSource } from 'typeorm';

/** Sows the demonstration's collaborations; see the stories. */
export async function seedDemo(_dataSource: DataSource, _setting: { readonly startAt: string }): Promise<void> {}
