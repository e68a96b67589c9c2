import { useState, type ReactNode } from 'react';
import { css } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';

import type { PlotSize } from '../plot/plotFrame';
import { ViewMessage } from '../states/ViewMessage';

import { placeTiles } from './placeTiles';
import { SmallSelect } from './SmallSelect';
import { TitlePicker } from './TitlePicker';

/** A view that can be chosen. */
export interface View<Id extends string> {
  readonly id: Id;
  readonly title: string;
  /** Whether it takes a row of its own. Default false. */
  readonly isWide?: boolean;
  readonly render: (size: PlotSize) => ReactNode;
}

interface Props<Id extends string> extends PlotSize {
  /** In the order in which they are shown. */
  readonly views: ReadonlyArray<View<Id>>;
}

const SCROLL_BAR_PX = 12;

function getStyles() {
  return {
    grid: css({ position: 'relative', overflowX: 'hidden', overflowY: 'auto' }),
    tile: css({ position: 'absolute' }),
  };
}

function OneView<Id extends string>({ views, width, height }: Props<Id>) {
  const [wanted, setWanted] = useState<string>();
  const shown = views.find(({ id }) => id === wanted) ?? views[0];
  const options = views.map(({ id, title }) => ({ value: id, text: title }));
  const picker =
    views.length > 1 ? (
      <SmallSelect label="View" options={options} value={shown.id} maxWidth="60%" onChange={setWanted} />
    ) : undefined;
  return <TitlePicker.Provider value={picker}>{shown.render({ width, height })}</TitlePicker.Provider>;
}

/** Views side by side where there is room; in a small panel one at a time, chosen by name. */
export function ViewGrid<Id extends string>({ views, width, height }: Props<Id>) {
  const styles = useStyles2(getStyles);
  if (views.length === 0) {
    return <ViewMessage title="No view is chosen" advice="Choose some under Views in the panel options." />;
  }
  const wishes = views.map(({ isWide = false }) => ({ isWide }));
  const unscrolled = placeTiles(wishes, width, height);
  const isScrolled = unscrolled.kind === 'tiles' && unscrolled.height > height;
  const plan = isScrolled ? placeTiles(wishes, width - SCROLL_BAR_PX, height) : unscrolled;
  if (plan.kind === 'single') {
    return <OneView views={views} width={width} height={height} />;
  }
  return (
    <div className={styles.grid} style={{ width, height }}>
      <div style={{ height: plan.height }}>
        {views.map(({ id, render }, index) => {
          const { left, top, ...size } = plan.tiles[index];
          return (
            <div key={id} className={styles.tile} style={{ left, top }}>
              {render(size)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
