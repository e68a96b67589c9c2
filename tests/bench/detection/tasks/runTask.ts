import type { Prophet } from 'prophet-wasm';

import { contestants } from '../contestants';
import { readLabeledFile } from '../labeled/labeledFiles';
import { type LabeledReport, measureLabeled } from '../labeled/measureLabeled';
import { type DetectorSeeds, measureOps, measureOpsVariants, type OpsReport } from '../ops/measureOps';
import { opsKinds } from '../ops/opsKinds';
import { heldOutDetectors } from '../sensitivity/heldOutDetectors';
import { sensitivityCurve, type SensitivityCurve } from '../sensitivity/sensitivityCurve';
import { simulatedSeries } from '../sensitivity/simulatedSeries';

/** Seeds of each ops-like kind; as many of them also for the ablation. */
export const OPS_SEEDS = 10;
export const ABLATION_SEEDS = 2;

const FIRST_SENSITIVITY_SEED = 2001;
const SENSITIVITY_SEEDS = 30;

/** A part of the benchmark that needs no other: plain data, which a worker can be sent. */
export type Task =
  /** Files of a folder, under the name they are reported by, with or without the ablation. */
  | {
      readonly type: 'labeled';
      readonly folder: string;
      readonly paths: readonly string[];
      readonly isAblated: boolean;
    }
  /** A kind of ops-like series by its place, with all contestants or all variants of the adaptive preset. */
  | { readonly type: 'ops' | 'opsVariants'; readonly kind: number }
  /** A preset by its place, on simulated series. */
  | { readonly type: 'sensitivity'; readonly detector: number };

/** Outcome of a task. */
export type TaskResult =
  | { readonly type: 'labeled'; readonly report: LabeledReport }
  | { readonly type: 'ops'; readonly report: OpsReport }
  | { readonly type: 'opsVariants'; readonly variants: readonly DetectorSeeds[] }
  | { readonly type: 'sensitivity'; readonly curve: SensitivityCurve };

/** Runs one. */
export async function runTask(prophet: Prophet, task: Task): Promise<TaskResult> {
  switch (task.type) {
    case 'labeled': {
      const { folder, paths, isAblated } = task;
      const files = await Promise.all(paths.map(readLabeledFile));
      const input = { folder, files, contestants: contestants(prophet), prophet: isAblated ? prophet : null };
      return { type: task.type, report: measureLabeled(input) };
    }
    case 'ops':
      return { type: task.type, report: measureOps(opsKinds[task.kind], contestants(prophet), OPS_SEEDS) };
    case 'opsVariants':
      return { type: task.type, variants: measureOpsVariants(opsKinds[task.kind], prophet, ABLATION_SEEDS) };
    case 'sensitivity': {
      const series = Array.from({ length: SENSITIVITY_SEEDS }, (_, place) =>
        simulatedSeries(FIRST_SENSITIVITY_SEED + place),
      );
      return { type: task.type, curve: sensitivityCurve(series, heldOutDetectors(prophet)[task.detector]) };
    }
  }
}
