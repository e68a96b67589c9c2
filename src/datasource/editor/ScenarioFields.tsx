import type { SimulationScenario } from '../query';

import { DraftInput } from './DraftInput';
import { wholeProblem } from './fieldTexts';

/** Fields of a simulated fleet. */
export interface ScenarioFieldsProps {
  readonly id: string;
  readonly value: SimulationScenario;
  readonly onChange: (scenario: SimulationScenario) => void;
  readonly labelWidth: number;
}

/** How many machines to simulate, and which. */
export function ScenarioFields({ id, value, onChange, labelWidth }: ScenarioFieldsProps) {
  return (
    <>
      <DraftInput
        id={`${id}-machines`}
        label="Machines"
        tooltip="How many machines to simulate, each with its own daily and weekly shape and planted anomalies."
        labelWidth={labelWidth}
        value={String(value.nInstances)}
        placeholder="3"
        problemOf={(text) => wholeProblem(text, 1, 1000)}
        onCommit={(text) => onChange({ ...value, nInstances: text === '' ? 3 : Number(text) })}
      />
      <DraftInput
        id={`${id}-seed`}
        label="Seed"
        tooltip="Start of all randomness: the same seed always gives the same series."
        value={String(value.seed)}
        placeholder="1"
        problemOf={(text) => wholeProblem(text, 0, 2 ** 32 - 1)}
        onCommit={(text) => onChange({ ...value, seed: text === '' ? 1 : Number(text) })}
      />
    </>
  );
}
