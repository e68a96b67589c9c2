import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Text, useStyles2 } from '@grafana/ui';
import { useEffect, type ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly subTitle?: ReactNode;
  readonly actions?: ReactNode;
  /** Whether it takes all the width there is. Default false. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** A page with a heading, as Grafana's Page component. */
export function Page({ title, subTitle, actions, isWide = false, children }: Props) {
  const styles = useStyles2(getStyles);
  useEffect(() => {
    document.title = `${title} - Foreband workbench`;
  }, [title]);
  return (
    <main className={isWide ? styles.wide : styles.page}>
      <div className={styles.heading}>
        <div>
          <Text element="h1" variant="h2">
            {title}
          </Text>
          {subTitle && <div className={styles.subTitle}>{subTitle}</div>}
        </div>
        {actions}
      </div>
      {children}
    </main>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ padding: theme.spacing(3), maxWidth: 1100, margin: '0 auto' }),
  wide: css({ padding: theme.spacing(3) }),
  heading: css({
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'start',
    marginBottom: theme.spacing(2),
  }),
  subTitle: css({ color: theme.colors.text.secondary, marginTop: theme.spacing(0.5) }),
});
