import type { Unit } from 'foreband-detector';

/** The largest value of each unit that has one. */
export const fullOf: Readonly<Record<Unit, number | null>> = { fraction: 1, percent: 100, other: null };
