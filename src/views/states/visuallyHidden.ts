import { css } from '@emotion/css';

/** Class names of text that is read aloud and not seen. */
export function visuallyHidden() {
  return {
    root: css({
      position: 'absolute',
      width: 1,
      height: 1,
      margin: -1,
      padding: 0,
      overflow: 'hidden',
      clipPath: 'inset(50%)',
      whiteSpace: 'nowrap',
      border: 0,
    }),
  };
}
