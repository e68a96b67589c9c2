import type { Prophet } from 'prophet-wasm';

import type { Contestant } from './contestants';
import { measureOps, measureOpsVariants, type OpsReport } from './ops/measureOps';
import { heldOutDetectors } from './sensitivity/heldOutDetectors';
import { sensitivityCurve, type SensitivityCurve } from './sensitivity/sensitivityCurve';
import { simulatedSeries } from './sensitivity/simulatedSeries';

/** Seeds of each ops-like kind, and of each for the ablation. */
export const OPS_SEEDS = 10;
export const ABLATION_SEEDS = 2;

const FIRST_SENSITIVITY_SEED = 2001;
const SENSITIVITY_SEEDS = 30;

/** Everything that is measured on simulated series. */
export interface SimulatedReport {
  readonly ops: readonly OpsReport[];
  readonly variants: OpsReport['contestants'];
  readonly curves: readonly SensitivityCurve[];
}

/** Measures the contestants, the parts of the adaptive preset, and the presets' sensitivity. */
export function measureSimulated(prophet: Prophet, contestants: readonly Contestant[]): SimulatedReport {
  const series = Array.from({ length: SENSITIVITY_SEEDS }, (_, place) =>
    simulatedSeries(FIRST_SENSITIVITY_SEED + place),
  );
  return {
    ops: measureOps(contestants, OPS_SEEDS),
    variants: measureOpsVariants(prophet, ABLATION_SEEDS),
    curves: heldOutDetectors(prophet).map((detector) => sensitivityCurve(series, detector)),
  };
}
