import { css } from '@emotion/css';
import { FileUpload, useStyles2 } from '@grafana/ui';

interface Props {
  /** The files that may be chosen, as an input's `accept` says it. */
  readonly accept: string;
  /** Default `md`. */
  readonly size?: 'sm' | 'md';
  readonly children: string;
  readonly onFile: (file: File) => void;
}

function getStyles() {
  // The hidden input of Grafana's button is wider than the button and would widen a narrow page; its ring stays seen.
  return { root: css({ position: 'relative', overflow: 'clip', padding: 4, margin: -4 }) };
}

/** Opens the computer's own choice of files. */
export function FileButton({ accept, size = 'md', children, onFile }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.root}>
      <FileUpload
        accept={accept}
        size={size}
        showFileName={false}
        onFileUpload={({ currentTarget }) => {
          const [chosen] = currentTarget.files ?? [];
          if (chosen !== undefined) {
            onFile(chosen);
          }
          // The same file can be chosen again, after it was corrected.
          currentTarget.value = '';
        }}
      >
        {children}
      </FileUpload>
    </div>
  );
}
