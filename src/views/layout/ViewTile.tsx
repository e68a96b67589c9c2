import { useContext, useRef, type ReactNode } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

import type { FigureTable } from '../download/csvText';
import { DownloadMenu, type TextFile } from '../download/DownloadMenu';
import type { PlotSize } from '../plot/plotFrame';

import { TitlePicker } from './TitlePicker';

interface Props extends PlotSize {
  readonly title: string;
  /** Name of the series, for the names of files. */
  readonly subject: string;
  /** The item under the pointer, or the figure that matters most. */
  readonly readout?: string;
  /** Whether the view is a figure that can be saved as a picture. */
  readonly hasFigure?: boolean;
  readonly table?: () => FigureTable;
  readonly texts?: readonly TextFile[];
  /** Controls of the view, left of the download. */
  readonly controls?: ReactNode;
  readonly children: (size: PlotSize) => ReactNode;
}

const HEADER_PX = 24;

function getStyles(theme: GrafanaTheme2) {
  return {
    root: css({ position: 'relative', overflow: 'hidden' }),
    header: css({
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      height: HEADER_PX,
      fontSize: theme.typography.bodySmall.fontSize,
      whiteSpace: 'nowrap',
    }),
    title: css({
      fontSize: theme.typography.bodySmall.fontSize,
      fontWeight: theme.typography.fontWeightMedium,
      margin: 0,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      minWidth: 40,
    }),
    readout: css({
      color: theme.colors.text.secondary,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      fontVariantNumeric: 'tabular-nums',
      flex: '1 1 0',
      textAlign: 'right',
    }),
    body: css({ overflow: 'auto' }),
  };
}

/** A view with its title, what is read off it, and its download. */
export function ViewTile(props: Props) {
  const { width, height, title, subject, readout, hasFigure = true, table, texts, controls, children } = props;
  const styles = useStyles2(getStyles);
  const picker = useContext(TitlePicker);
  const root = useRef<HTMLElement>(null);
  const size = { width, height: Math.max(1, height - HEADER_PX) };
  return (
    <section ref={root} className={styles.root} style={{ width, height }} aria-label={title}>
      <div className={styles.header}>
        {picker ?? (
          <h4 className={styles.title} title={title}>
            {title}
          </h4>
        )}
        <span className={styles.readout} title={readout} aria-live="polite">
          {readout}
        </span>
        {controls}
        <DownloadMenu
          title={title}
          subject={subject}
          readout={readout}
          figure={hasFigure ? () => root.current?.querySelector<SVGSVGElement>('svg[data-figure]') ?? null : undefined}
          table={table}
          texts={texts}
        />
      </div>
      <div className={styles.body} style={size}>
        {children(size)}
      </div>
    </section>
  );
}
