import type { OpsResult } from '../ops/evaluateOps';
import type { OpsReport } from '../ops/measureOps';
import { table } from './table';

/** Found of planted and false alarms of several series, and how many met what is wanted. */
export function opsCell(seeds: readonly OpsResult[]): string {
  const sum = (value: (one: OpsResult) => number) => seeds.reduce((total, one) => total + value(one), 0);
  const nEvents = sum((one) => one.nEvents);
  const found = nEvents === 0 ? '-' : `${sum((one) => one.nFound)}/${nEvents}`;
  return `${found}, ${sum((one) => one.nFalse)}, ${seeds.filter(({ isMet }) => isMet).length}`;
}

/** Found of planted, false alarms, and how many seeds met what is wanted. */
export function opsTable(kinds: readonly OpsReport[]): string {
  const [{ contestants }] = kinds;
  const rows = kinds.map(({ kind, wanted, contestants: of }) => [
    kind,
    `${wanted.nFound === 0 ? '-' : wanted.nFound}, ${wanted.nFalse}`,
    ...of.map(({ seeds }) => opsCell(seeds)),
  ]);
  return table(['', 'wanted', ...contestants.map(({ name }) => name)], rows);
}
