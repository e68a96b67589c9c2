import { plantedKinds } from '../sensitivity/simulatedSeries';
import type { SensitivityCurve } from '../sensitivity/sensitivityCurve';
import { numberCell, table } from './table';

const share = (value: number) => numberCell(value, 2);

/** Recall by size of what is planted. */
export function sensitivityTable({ name, points, meanSigma }: SensitivityCurve): string {
  const header = ['size', ...plantedKinds, 'recall', 'precision', 'false a day'];
  const rows = points.map(({ size, events, recallByKind }) => [
    size.toFixed(1),
    ...plantedKinds.map((kind) => share(recallByKind[kind] ?? NaN)),
    share(events.recall),
    share(events.precision),
    share(events.falseEventsPerDay),
  ]);
  return `${name}; the fits' own sigmaObs is ${meanSigma.toFixed(2)} times the noise\n\n${table(header, rows)}`;
}
