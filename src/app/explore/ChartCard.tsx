import { useState } from 'react';
import { css } from '@emotion/css';
import type { AbsoluteTimeRange, GrafanaTheme2, PanelData, TimeZone } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { TimeSpan } from 'foreband-detector';
import type { PartialSettings } from 'foreband-engine';

import { AnomalyView } from '../../chart/AnomalyView';
import { LearnButtons } from '../../chart/incidents/LearnButtons';
import type { PanelModel } from '../../chart/model/panelModel';
import { defaultViewOptions, type ViewOptions } from '../../chart/viewOptions';

import { useWidth } from './useWidth';

interface Props {
  readonly model: PanelModel;
  readonly data: PanelData;
  readonly timeZone: TimeZone;
  readonly onSelectRange: (range: AbsoluteTimeRange) => void;
  /** Sets what mends the fault that a remark tells of. */
  readonly onMend: (settings: PartialSettings) => void;
  /** The exclusions that hold from now on. */
  readonly onExclusions: (exclusions: readonly TimeSpan[]) => void;
}

const HEIGHT = 360;

// One series needs no legend.
function startOptions(): ViewOptions {
  const defaults = defaultViewOptions();
  return { ...defaults, legend: { ...defaults.legend, showLegend: false } };
}

function getStyles(theme: GrafanaTheme2) {
  return {
    card: css({
      height: HEIGHT + 16,
      padding: theme.spacing(1),
      background: theme.colors.background.primary,
      border: `1px solid ${theme.colors.border.weak}`,
      borderRadius: theme.shape.radius.default,
    }),
  };
}

/** The series with its band and anomalies, exactly as the anomaly panel draws it. */
export function ChartCard({ model, data, timeZone, onSelectRange, onMend, onExclusions }: Props) {
  const styles = useStyles2(getStyles);
  const [options, setOptions] = useState(startOptions);
  const [ref, width] = useWidth();
  return (
    <section className={styles.card} aria-label="Chart">
      <div ref={ref}>
        {width > 0 && (
          <AnomalyView
            model={model}
            data={data}
            options={options}
            width={width}
            height={HEIGHT}
            timeZone={timeZone}
            pointActions={({ key }, time) => (
              <LearnButtons
                series={model.series}
                seriesKey={key}
                time={time}
                timeZone={timeZone}
                onChange={onExclusions}
              />
            )}
            onSelectRange={onSelectRange}
            onMend={onMend}
            onChange={(change) => setOptions((present) => ({ ...present, ...change }))}
          />
        )}
      </div>
    </section>
  );
}
