import type { SelectableValue } from '@grafana/data';
import { InlineField, InlineFieldRow, RadioButtonGroup } from '@grafana/ui';

import { defaultSettings, type LearningSettings, type PartialSettings } from 'foreband-engine';

import { DraftInput } from './DraftInput';
import { anyNumberProblem, storedNumber } from './fieldTexts';
import type { TrendFieldsProps } from './TrendFields';

type Growth = LearningSettings['growth'];

const growths: Array<SelectableValue<Growth>> = [
  { value: 'linear', label: 'Linear', description: 'A line that bends' },
  { value: 'flat', label: 'Flat', description: 'A constant level' },
  { value: 'logistic', label: 'Logistic', description: 'Growth that saturates at a cap' },
];

function storedGrowth(growth: Growth): PartialSettings {
  // A cap that no longer counts would come back by surprise.
  const bounds = growth === 'logistic' ? {} : { growthCap: undefined, growthFloor: undefined };
  return { growth: growth === defaultSettings.growth ? undefined : growth, ...bounds };
}

function BoundFields({ settings, onChange, id }: TrendFieldsProps) {
  return (
    <>
      <DraftInput
        id={`${id}-cap`}
        label="Cap"
        tooltip="What growth approaches, in the unit of the readings. Empty: 1 for a fraction, 100 for a percentage."
        value={String(settings.growthCap ?? '')}
        placeholder="by unit"
        problemOf={anyNumberProblem}
        onCommit={(text) => onChange({ growthCap: storedNumber(text) })}
      />
      <DraftInput
        id={`${id}-floor`}
        label="Floor"
        tooltip="What growth starts from, in the unit of the readings."
        value={String(settings.growthFloor ?? '')}
        placeholder="0"
        problemOf={anyNumberProblem}
        onCommit={(text) => onChange({ growthFloor: storedNumber(text) })}
      />
    </>
  );
}

/** The shape of the trend, and between which bounds it grows where it saturates. */
export function GrowthFields(props: TrendFieldsProps) {
  const { settings, onChange, labelWidth } = props;
  const growth = settings.growth ?? defaultSettings.growth;
  return (
    <InlineFieldRow>
      <InlineField
        label="Growth"
        tooltip="Shape of the trend: a bending line, a constant level for metrics that never drift, or growth that saturates."
        labelWidth={labelWidth}
      >
        <RadioButtonGroup<Growth>
          aria-label="Growth"
          options={growths}
          value={growth}
          onChange={(next) => onChange(storedGrowth(next))}
        />
      </InlineField>
      {growth === 'logistic' && <BoundFields {...props} />}
    </InlineFieldRow>
  );
}
