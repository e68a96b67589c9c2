import { ThresholdsMode, type StandardEditorProps, type Threshold, type ThresholdsConfig } from '@grafana/data';
import { Button, ColorPicker, IconButton, Input, RadioButtonGroup, Stack } from '@grafana/ui';

const BASE: ThresholdsConfig = { mode: ThresholdsMode.Absolute, steps: [{ value: -Infinity, color: 'green' }] };
const MODES = [
  { label: 'Absolute', value: ThresholdsMode.Absolute },
  { label: 'Percentage', value: ThresholdsMode.Percentage },
];

/** Threshold steps: a base and any number of values, each with a color. */
export function ThresholdsEditor({ value = BASE, onChange }: StandardEditorProps<ThresholdsConfig>) {
  const setSteps = (steps: Threshold[]) => onChange({ ...value, steps: [...steps].sort((a, b) => a.value - b.value) });
  const setStep = (index: number, change: Partial<Threshold>) =>
    setSteps(value.steps.map((step, position) => (position === index ? { ...step, ...change } : step)));
  const last = value.steps.at(-1)?.value ?? 0;
  return (
    <Stack direction="column" gap={1}>
      <Button
        size="sm"
        variant="secondary"
        icon="plus"
        onClick={() => setSteps([...value.steps, { value: Number.isFinite(last) ? last + 10 : 80, color: 'red' }])}
      >
        Add threshold
      </Button>
      {value.steps.map((step, index) => (
        <Stack key={index} alignItems="center" gap={1}>
          <ColorPicker color={step.color} onChange={(color) => setStep(index, { color })} enableNamedColors />
          {index === 0 ? (
            <span>Base</span>
          ) : (
            <Input
              aria-label={`Threshold ${index}`}
              type="number"
              defaultValue={step.value}
              onBlur={(event) => setStep(index, { value: Number(event.currentTarget.value) })}
            />
          )}
          {index > 0 && (
            <IconButton
              name="trash-alt"
              tooltip="Remove threshold"
              onClick={() => setSteps(value.steps.filter((_, position) => position !== index))}
            />
          )}
        </Stack>
      ))}
      <RadioButtonGroup options={MODES} value={value.mode} onChange={(mode) => onChange({ ...value, mode })} />
    </Stack>
  );
}
