import { adaptiveStepProblem } from 'foreband-detector';
import { createEngine } from 'foreband-engine';
import type { Prophet } from 'prophet-wasm';

import { adaptiveRules } from './rules/adaptiveRules';
import { robustRules } from './rules/robustRules';
import { walkRules } from './rules/walkRules';
import type { Walk } from './walk/walk';
import { walkClassic } from './walk/walkClassic';
import { walkForward } from './walk/walkForward';

/** Something that is measured. */
export interface Contestant {
  readonly name: string;
  /** Whether it is a preset, whose pages can be listed. */
  readonly isPreset: boolean;
  readonly walk: Walk;
}

/** The presets, and the recording rules that Grafana Labs offer. */
export function contestants(prophet: Prophet): readonly Contestant[] {
  const classic = walkClassic(createEngine(prophet));
  const adaptive = walkForward(prophet);
  // As in a panel, a step that does not divide a day leaves classic.
  const adaptiveWhereItCan: Walk = (series, from) =>
    (adaptiveStepProblem(series.time[1] - series.time[0]) === undefined ? adaptive : classic)(series, from);
  return [
    { name: 'adaptive', isPreset: true, walk: adaptiveWhereItCan },
    { name: 'classic', isPreset: true, walk: classic },
    { name: 'promql-anomaly-detection, adaptive', isPreset: false, walk: walkRules(adaptiveRules) },
    { name: 'promql-anomaly-detection, robust', isPreset: false, walk: walkRules(robustRules) },
  ];
}
