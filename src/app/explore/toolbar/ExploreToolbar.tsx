import { memo, useId } from 'react';
import type { TimeRange, TimeZone } from '@grafana/data';
import { Button, RadioButtonGroup, Select } from '@grafana/ui';

import { TimeControls } from '../../controls/TimeControls';
import { Toolbar } from '../../controls/Toolbar';
import { ToolbarLabel } from '../../controls/ToolbarLabel';

/** The effect of dragging over the chart. */
export type DragMode = 'zoom' | 'exclude';

interface Props {
  readonly names: readonly string[];
  readonly name: string | undefined;
  readonly range: TimeRange;
  /** Whether it is a part of samples that come to an end. */
  readonly isPart: boolean;
  readonly timeZone: TimeZone;
  readonly dragMode: DragMode;
  readonly isWaiting: boolean;
  readonly onSeries: (name: string) => void;
  /** Undefined for the source's own range. */
  readonly onRange: (range: TimeRange | undefined) => void;
  readonly onTimeZone: (timeZone: TimeZone) => void;
  readonly onDragMode: (mode: DragMode) => void;
  readonly onRefresh: () => void;
}

const dragModes = [
  { value: 'zoom' as const, label: 'Zoom', description: 'Drag over the chart to look closer' },
  {
    value: 'exclude' as const,
    label: 'Exclude',
    description: 'Drag over an outage: it is excluded from the fit, and not flagged',
  },
];

function SeriesSelect({ names, name, onSeries }: Pick<Props, 'names' | 'name' | 'onSeries'>) {
  const id = useId();
  return (
    <>
      <ToolbarLabel htmlFor={id}>Series</ToolbarLabel>
      <Select<string>
        inputId={id}
        aria-label="Series"
        width={32}
        options={names.map((one) => ({ value: one, label: one }))}
        value={name ?? null}
        onChange={({ value }) => value !== undefined && onSeries(value)}
      />
    </>
  );
}

/** Which series, what dragging does, and the time that is shown. */
export const ExploreToolbar = memo(function ExploreToolbar(props: Props) {
  const { names, range, isPart, timeZone, dragMode, isWaiting, onRange, onDragMode } = props;
  return (
    <Toolbar
      label="What is shown"
      end={
        <>
          {isPart && (
            <Button size="sm" variant="secondary" fill="text" onClick={() => onRange(undefined)}>
              Whole range
            </Button>
          )}
          <TimeControls
            range={range}
            timeZone={timeZone}
            isWaiting={isWaiting}
            onRange={onRange}
            onTimeZone={props.onTimeZone}
            onRefresh={props.onRefresh}
          />
        </>
      }
    >
      {names.length > 1 && <SeriesSelect {...props} />}
      <ToolbarLabel>Drag to</ToolbarLabel>
      <RadioButtonGroup size="sm" aria-label="Drag to" options={dragModes} value={dragMode} onChange={onDragMode} />
    </Toolbar>
  );
});
