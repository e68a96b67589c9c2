import type { SourceChoice } from '../address/exploreState';
import { startSimulation } from '../address/sourceAddress';

/** A kind of source, as it is offered. */
export interface SourceKind {
  readonly value: SourceChoice['kind'];
  readonly label: string;
  readonly description: string;
}

/** Every kind of source, live ones first. */
export const sourceKinds: readonly SourceKind[] = [
  { value: 'metric', label: 'CPU metric', description: 'CPU usage from Prometheus, found automatically' },
  { value: 'promql', label: 'PromQL', description: 'Any expression' },
  { value: 'csv', label: 'CSV file', description: 'Your own file; it stays in this browser' },
  { value: 'sample', label: 'Sample', description: 'The dataset that comes with Foreband' },
  { value: 'simulation', label: 'Simulation', description: 'Generated machines with planted anomalies' },
];

/** The first state of a kind of source; a data source that was chosen stays. */
export function startOf(kind: SourceChoice['kind'], present: SourceChoice): SourceChoice {
  const dataSource = 'dataSource' in present ? present.dataSource : null;
  switch (kind) {
    case 'metric':
      return { kind, dataSource, metric: 'auto' };
    case 'promql':
      return { kind, dataSource, expr: '' };
    case 'csv':
      return { kind, file: null };
    case 'sample':
      return { kind };
    case 'simulation':
      return startSimulation;
  }
}
