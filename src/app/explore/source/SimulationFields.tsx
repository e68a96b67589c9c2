import type { SourceChoice } from '../address/exploreState';

import { WholeField } from './WholeField';

type SimulationSource = Extract<SourceChoice, { kind: 'simulation' }>;

interface Props {
  readonly source: SimulationSource;
  readonly onChange: (source: SimulationSource) => void;
}

/** How many machines are simulated, and which. */
export function SimulationFields({ source, onChange }: Props) {
  return (
    <>
      <WholeField
        label="Machines"
        value={source.nInstances}
        min={1}
        max={1000}
        onChange={(nInstances) => onChange({ ...source, nInstances })}
      />
      <WholeField
        label="Seed"
        value={source.seed}
        min={0}
        max={2 ** 32 - 1}
        onChange={(seed) => onChange({ ...source, seed })}
      />
    </>
  );
}
