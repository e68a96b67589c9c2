import { useLayoutEffect } from 'react';

import type { Scene } from './scene';
import type { Stage } from './Stage';

interface Props {
  readonly stage: Stage;
  readonly scene: Scene;
}

/**
 * Puts a scene on the stage. A component of its own, rendered before the chart, because layout effects run in tree order:
 * the chart then already finds the new time range when it takes in new data.
 */
export function StageScene({ stage, scene }: Props): null {
  useLayoutEffect(() => {
    stage.show(scene);
    stage.redraw();
  }, [stage, scene]);
  return null;
}
