import { createEngine, parseSettings, type PresetName, presets, replay, type Replay } from 'foreband-engine';
import type { Prophet } from 'prophet-wasm';

import { pagesOf } from './pagesOf';
import type { RegularSeries, Walk } from './walk';

/** A preset as time goes by: the product's own replay, refitted at each midnight on the training window before it. */
export function walkForward(prophet: Prophet, preset: PresetName): Walk {
  return (series, from) => {
    const { time, detection } = replayPreset(prophet, preset, series, from);
    return pagesOf(time, detection);
  };
}

/** The replay of a series from a row on. */
export function replayPreset(prophet: Prophet, preset: PresetName, { time, y }: RegularSeries, from: number): Replay {
  return replay(createEngine(prophet), {
    series: { name: '', labels: {}, time, y },
    settings: { ...parseSettings(presets[preset]), stepMs: time[1] - time[0] },
    span: { start: time[from], end: time[time.length - 1] },
  });
}
