import { createFleet, simulate, type TimeSpan } from 'foreband-detector';
import { fillLegend } from 'foreband-prometheus';

import { warning } from '../../grafana/notices';

import type { SimulationScenario } from '../query';

import type { QuerySamples } from './querySamples';
import type { QuerySpans } from './spans';

/** Notice of a query that asks for a simulation. */
const SIMULATED_TEXT = 'Simulated data: generated, not measured.';

/** Notice of a simulation that stands in. */
const STAND_IN_TEXT =
  'Simulated data: Prometheus cannot be reached. Live data replaces it as soon as Prometheus answers, retrying.';

/** A simulated fleet over a query's spans. Nothing in it is ever mixed with measured samples. */
export function simulatedSamples(
  scenario: SimulationScenario,
  spans: QuerySpans,
  options: { readonly stepMs: number; readonly legendFormat: string; readonly isStandIn: boolean },
): QuerySamples {
  const { stepMs, legendFormat, isStandIn } = options;
  const series = createFleet(scenario.seed, scenario.nInstances).map((machine) => {
    const samplesOf = (span: TimeSpan) => {
      const { series: own } = simulate(machine, { ...span, stepMs });
      return { ...own, name: fillLegend(legendFormat, own.labels).trim() || own.name };
    };
    const { stepMs: step } = options;
    const lead = samplesOf({ start: spans.asked.start, end: spans.visible.start - step });
    return { visible: samplesOf(spans.visible), lead, training: samplesOf(spans.training) };
  });
  return {
    series,
    isSimulated: true,
    isStandIn,
    notices: [warning(isStandIn ? STAND_IN_TEXT : SIMULATED_TEXT)],
  };
}
