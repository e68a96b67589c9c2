import {
  createFleet,
  simulate,
  type GroundTruth,
  type Injection,
  type LabeledEvent,
  type Simulation,
  type TimeSpan,
} from 'foreband-detector';

import { firstRowFrom } from 'foreband-engine';

import type { Samples } from './samples';

// From the first to the last point that really moved.
function eventOf({ series: { time }, labels }: Simulation, injection: Injection): LabeledEvent | undefined {
  const from = firstRowFrom(time, injection.start);
  const moved = labels.subarray(from, firstRowFrom(time, injection.end));
  const [first, last] = [moved.indexOf(1), moved.lastIndexOf(1)];
  const { kind, magnitude } = injection;
  return first === -1 ? undefined : { kind, magnitude, start: time[from + first], end: time[from + last] };
}

function truthOf(simulation: Simulation): GroundTruth {
  const events = simulation.injections.map((injection) => eventOf(simulation, injection));
  return { labels: simulation.labels, events: events.filter((event) => event !== undefined) };
}

/** One machine's samples over a span, with what was planted in them. */
export function simulatedSamples(
  { seed, nInstances }: { readonly seed: number; readonly nInstances: number },
  instance: string | null,
  span: TimeSpan,
  stepMs: number,
): Samples {
  const fleet = createFleet(seed, nInstances);
  const machine = fleet.find((one) => one.instance === instance) ?? fleet[0];
  const simulation = simulate(machine, { ...span, stepMs });
  return {
    series: simulation.series,
    stepMs,
    truth: truthOf(simulation),
    unit: 'percentunit',
    isSimulated: true,
    names: fleet.map((one) => one.instance),
    notices: [],
  };
}
