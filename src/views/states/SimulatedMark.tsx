import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

interface Props {
  /** Size of what is drawn, in CSS pixels. */
  readonly width: number;
  readonly height: number;
}

const WIDTH_SHARE = 0.1;
const HEIGHT_SHARE = 0.4;

function getStyles(theme: GrafanaTheme2) {
  return {
    root: css({
      position: 'absolute',
      inset: 0,
      display: 'grid',
      placeItems: 'center',
      overflow: 'hidden',
      fontWeight: theme.typography.fontWeightBold,
      whiteSpace: 'nowrap',
      color: theme.colors.text.primary,
      opacity: 0.1,
      pointerEvents: 'none',
      span: { transform: 'rotate(-12deg)' },
    }),
  };
}

/**
 * Written across a panel whose samples are simulated, however small it is and whatever its options hide, so that no
 * picture of it passes for a measurement. Its container must be positioned.
 */
export function SimulatedMark({ width, height }: Props) {
  const styles = useStyles2(getStyles);
  const fontSize = Math.min(WIDTH_SHARE * width, HEIGHT_SHARE * height);
  return (
    <div className={styles.root} style={{ fontSize }} data-testid="foreband simulated" aria-hidden="true">
      <span>Simulated data</span>
    </div>
  );
}
