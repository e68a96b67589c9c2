import { presetNames } from 'foreband-engine';
import type { Prophet } from 'prophet-wasm';

import { adaptiveRules } from './rules/adaptiveRules';
import { robustRules } from './rules/robustRules';
import { walkRules } from './rules/walkRules';
import type { Walk } from './walk/walk';
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
  return [
    ...presetNames.map((name) => ({ name, isPreset: true, walk: walkForward(prophet, name) })),
    { name: 'promql-anomaly-detection, adaptive', isPreset: false, walk: walkRules(adaptiveRules) },
    { name: 'promql-anomaly-detection, robust', isPreset: false, walk: walkRules(robustRules) },
  ];
}
