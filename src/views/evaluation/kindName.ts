const kindNames: Readonly<Record<string, string>> = {
  levelShift: 'level shift',
  varianceChange: 'variance change',
  dropout: 'drop-out',
  slowDrift: 'slow drift',
  skippedJob: 'skipped job',
  doubledJob: 'doubled job',
  stoppedBatch: 'stopped batch',
};

/** A kind of anomaly as a reader calls it. */
export function kindName(kind: string): string {
  return kindNames[kind] ?? kind;
}
